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
        WriteList(json, "health", view.Health, Write);
        WriteList(json, "work", view.Work, Write);
        WriteList(json, "conversations", view.Conversations, Write);
        WriteList(json, "budgets", view.Budgets, Write);
        json.WriteStartObject("access");
        json.WriteBoolean("open", view.Access.IsOpen);
        json.WriteNumber("codes", view.Access.Codes);
        json.WriteNumber("codeSeconds", view.Access.CodeSeconds);
        json.WriteEndObject();
        WriteList(json, "errors", view.Errors, Write);
        WriteList(json, "disk", view.Disk, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AdminState state)
    {
        json.WriteString("name", state.Name);
        json.WriteString("problem", state.Problem);
    }

    private static void Write(Utf8JsonWriter json, AdminWork work)
    {
        json.WriteNumber("turn", work.Turn);
        json.WriteString("kind", work.Kind);
        json.WriteString("conversation", work.Conversation);
        json.WriteBoolean("running", work.IsRunning);
        json.WriteString("since", work.Since);
        json.WriteNumber("amount", work.Amount);
    }

    private static void Write(Utf8JsonWriter json, AdminConversation conversation)
    {
        json.WriteString("name", conversation.Name);
        json.WriteNumber("versions", conversation.Versions);
        json.WriteNumber("credits", conversation.Credits);
        json.WriteString("lastUse", conversation.LastUse);
    }

    private static void Write(Utf8JsonWriter json, AdminBudget budget)
    {
        json.WriteString("kind", budget.Kind);
        json.WriteString("scope", budget.Scope);
        if (budget.Used is { } used)
        {
            json.WriteNumber("used", used);
        }

        json.WriteNumber("most", budget.Most);
        json.WriteNumber("windowSeconds", budget.WindowSeconds);
    }

    private static void Write(Utf8JsonWriter json, AdminError error)
    {
        json.WriteString("at", error.At);
        json.WriteBoolean("error", error.IsError);
        json.WriteString("text", error.Text);
        json.WriteNumber("count", error.Count);
    }

    private static void Write(Utf8JsonWriter json, AdminUsage usage)
    {
        json.WriteString("name", usage.Name);
        json.WriteNumber("bytes", usage.Bytes);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
