using System.Buffers;
using System.Text.Json;

namespace NemoBot.Discord.Gateway;

/// <summary>The frames the bot sends.</summary>
internal static class GatewayFrames
{
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(1, w =>
    {
        if (sequence is { } s)
        {
            w.WriteNumber("d", s);
        }
        else
        {
            w.WriteNull("d");
        }
    });

    public static ReadOnlyMemory<byte> Identify(string token, int intents, int shard, int shards) => Write(2, w =>
    {
        w.WriteStartObject("d");
        w.WriteString("token", token);
        w.WriteNumber("intents", intents);
        w.WriteNumber("large_threshold", 50);
        w.WriteStartArray("shard");
        w.WriteNumberValue(shard);
        w.WriteNumberValue(shards);
        w.WriteEndArray();
        w.WriteStartObject("properties");
        w.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        w.WriteString("browser", "nemobot");
        w.WriteString("device", "nemobot");
        w.WriteEndObject();
        w.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, string session, long sequence) => Write(6, w =>
    {
        w.WriteStartObject("d");
        w.WriteString("token", token);
        w.WriteString("session_id", session);
        w.WriteNumber("seq", sequence);
        w.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Write(int op, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", op);
            data(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
