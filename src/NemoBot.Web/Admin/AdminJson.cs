using System.Text.Json;
using NemoBot.Core.Storage;

namespace NemoBot.Web.Admin;

/// <summary>The state as JSON.</summary>
internal static class AdminJson
{
    public static void Write(Utf8JsonWriter json, AdminView view)
    {
        json.WriteStartObject();
        json.WriteString("backend", view.Backend);
        json.WriteNumber("freeBytes", view.FreeBytes);
        json.WriteNumber("uptimeSeconds", view.UptimeSeconds);
        json.WriteNumber("memoryBytes", view.MemoryBytes);
        json.WriteNumber("newestVersions", DraftThinning.Newest);
        WriteList(json, "health", view.Health, h =>
        {
            json.WriteString("name", h.Name);
            json.WriteString("problem", h.Problem);
        });
        WriteList(json, "work", view.Work, w =>
        {
            json.WriteNumber("turn", w.Turn);
            json.WriteString("kind", w.Kind);
            json.WriteString("conversation", w.Conversation);
            json.WriteBoolean("running", w.IsRunning);
            json.WriteString("since", w.Since);
            json.WriteNumber("amount", w.Amount);
        });
        WriteList(json, "conversations", view.Conversations, c =>
        {
            json.WriteString("name", c.Name);
            json.WriteNumber("versions", c.Versions);
            json.WriteNumber("credits", c.Credits);
            json.WriteString("lastUse", c.LastUse);
        });
        WriteList(json, "budgets", view.Budgets, b =>
        {
            json.WriteString("kind", b.Kind);
            json.WriteString("scope", b.Scope);
            if (b.Used is { } used)
            {
                json.WriteNumber("used", used);
            }

            json.WriteNumber("most", b.Most);
            json.WriteNumber("windowSeconds", b.WindowSeconds);
        });
        json.WriteStartObject("access");
        json.WriteBoolean("open", view.Access.IsOpen);
        json.WriteNumber("codes", view.Access.Codes);
        json.WriteNumber("codeSeconds", view.Access.CodeSeconds);
        json.WriteEndObject();
        WriteList(json, "errors", view.Errors, e =>
        {
            json.WriteString("at", e.At);
            json.WriteBoolean("error", e.IsError);
            json.WriteString("text", e.Text);
            json.WriteNumber("count", e.Count);
        });
        WriteList(json, "disk", view.Disk, d =>
        {
            json.WriteString("name", d.Name);
            json.WriteNumber("bytes", d.Bytes);
        });
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
