using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Runs;

/// <summary>The body of <c>run_sse</c>.</summary>
internal static class RunBody
{
    public static JsonBody Create(string sessionId, string text) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("app_name", "nemo_agent");
        writer.WriteString("user_id", "me");
        writer.WriteString("session_id", sessionId);
        writer.WriteStartObject("new_message");
        writer.WriteStartArray("parts");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });
}
