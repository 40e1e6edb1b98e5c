using System.Text.Json.Nodes;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>What Discord checks about bodies. A broken rule is named for the test that broke it.</summary>
internal static class StandInForms
{
    /// <summary>The first rule that a message breaks, or null.</summary>
    public static string? Message(JsonObject body, bool isNew, bool hasFile)
    {
        if (body["allowed_mentions"]?["parse"] is not JsonArray { Count: 0 })
        {
            return "allowed_mentions must be empty";
        }

        var content = (string?)body["content"] ?? "";
        if (content.EnumerateRunes().Count() > 2000)
        {
            return "content is longer than 2000";
        }

        if (isNew && !hasFile && string.IsNullOrWhiteSpace(content))
        {
            return "the message is empty";
        }

        if (body["nonce"] is JsonValue nonce && nonce.ToString().Length > 25)
        {
            return "nonce is longer than 25";
        }

        if (body["message_reference"] is JsonObject reference && !IsId(reference["message_id"]))
        {
            return "message_reference.message_id is no id";
        }

        return Components(body["components"] as JsonArray);
    }

    public static string? Modal(JsonObject data)
    {
        var rows = data["components"] as JsonArray ?? [];
        if (((string?)data["title"])?.Length is not (> 0 and <= 45) || ((string?)data["custom_id"])?.Length is not (> 0 and <= 100) || rows.Count is 0 or > 5)
        {
            return "the form's title, id or rows";
        }

        return rows.All(r => (int?)r!["type"] == 1 && r["components"] is JsonArray { Count: 1 } inner && (int?)inner[0]!["type"] == 4
            && ((string?)inner[0]!["label"])?.Length is > 0 and <= 45 && (int?)inner[0]!["style"] is 1 or 2)
            ? null
            : "a field of the form";
    }

    public static string? Commands(JsonArray commands)
    {
        var names = new HashSet<string>();
        foreach (var command in commands.OfType<JsonObject>())
        {
            var type = (int?)command["type"] ?? 1;
            var name = (string?)command["name"] ?? "";
            var description = (string?)command["description"] ?? "";
            if (!names.Add(type + name) || name.Length is 0 or > 32 || (type == 1 && (description.Length is 0 or > 100 || name.Any(char.IsUpper))) || (type != 1 && description.Length > 0))
            {
                return "command " + name;
            }

            foreach (var option in (command["options"] as JsonArray ?? []).OfType<JsonObject>())
            {
                if (((string?)option["description"])?.Length is not (> 0 and <= 100) || (option["autocomplete"] is not null && option["choices"] is not null))
                {
                    return "option of " + name;
                }
            }

            foreach (var (locale, text) in (command["name_localizations"] as JsonObject ?? []).Concat(command["description_localizations"] as JsonObject ?? []))
            {
                if (locale is not ("zh-CN" or "zh-TW" or "en-US" or "en-GB") || ((string?)text)?.Length is not (> 0 and <= 100))
                {
                    return "locale of " + name;
                }
            }
        }

        return commands.Count(c => ((int?)c!["type"] ?? 1) == 1) > 100 ? "too many commands" : null;
    }

    private static string? Components(JsonArray? rows)
    {
        var ids = new HashSet<string>();
        if (rows is null)
        {
            return null;
        }

        if (rows.Count > 5)
        {
            return "more than 5 rows";
        }

        foreach (var row in rows)
        {
            if ((int?)row!["type"] != 1 || row["components"] is not JsonArray { Count: > 0 and <= 5 } buttons)
            {
                return "a row of buttons";
            }

            if (!buttons.All(b => (int?)b!["type"] == 2 && (int?)b["style"] is >= 1 and <= 4 && ((string?)b["label"])?.Length is > 0 and <= 80
                && ((string?)b["custom_id"])?.Length is > 0 and <= 100 && ids.Add((string)b["custom_id"]!)))
            {
                return "a button";
            }
        }

        return null;
    }

    private static bool IsId(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String && ulong.TryParse((string?)node, out _);
}
