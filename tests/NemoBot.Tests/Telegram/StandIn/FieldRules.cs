using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>Which fields each method takes and of what type. What the real service would overlook or refuse is a violation here.</summary>
internal static class FieldRules
{
    private const string Common = "chat_id:n message_thread_id?:n reply_parameters?:o reply_markup?:o parse_mode?:s";

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["getMe"] = "",
        ["getUpdates"] = "offset?:n limit?:n timeout?:n allowed_updates:a",
        ["setWebhook"] = "url:s secret_token?:s allowed_updates:a",
        ["deleteWebhook"] = "drop_pending_updates?:b",
        ["setMyCommands"] = "commands:a scope?:o language_code?:s",
        ["sendMessage"] = Common + " text:s link_preview_options?:o",
        ["editMessageText"] = "chat_id:n message_id:n text:s parse_mode?:s link_preview_options?:o reply_markup?:o",
        ["editMessageCaption"] = "chat_id:n message_id:n caption?:s parse_mode?:s reply_markup?:o",
        ["deleteMessage"] = "chat_id:n message_id:n",
        ["answerCallbackQuery"] = "callback_query_id:s text?:s show_alert?:b",
        ["getChatMember"] = "chat_id:n user_id:n",
        ["getFile"] = "file_id:s",
        ["sendVideo"] = Common + " video?:s caption?:s width:n height:n duration:n thumbnail?:s supports_streaming:b",
        ["sendPhoto"] = Common + " photo?:s caption?:s",
        ["sendDocument"] = Common + " document?:s caption?:s thumbnail?:s",
    };

    /// <summary>What is wrong with a call; empty if nothing.</summary>
    public static IEnumerable<string> Check(string method, JsonObject fields)
    {
        if (!Methods.TryGetValue(method, out var form))
        {
            yield return $"there is no method {method}";
            yield break;
        }

        var known = form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(':')).ToDictionary(f => f[0].TrimEnd('?'), f => f);
        foreach (var (name, value) in fields)
        {
            if (!known.TryGetValue(name, out var rule))
            {
                yield return $"{method} has no field {name}";
            }
            else if (value is null)
            {
                yield return $"{method}: {name} is null";
            }
            else if (!Fits(rule[1], value.GetValueKind()))
            {
                yield return $"{method}: {name} is a {value.GetValueKind()}";
            }
        }

        foreach (var missing in known.Values.Where(r => !r[0].EndsWith('?') && !fields.ContainsKey(r[0])))
        {
            yield return $"{method} lacks {missing[0]}";
        }

        if (HasNull(fields))
        {
            yield return $"{method} has a null inside";
        }
    }

    /// <summary>The keyboard's own rules.</summary>
    public static void CheckKeyboard(JsonNode? keyboard)
    {
        foreach (var button in keyboard?["inline_keyboard"]?.AsArray().SelectMany(r => r!.AsArray()) ?? [])
        {
            if (string.IsNullOrWhiteSpace((string?)button!["text"]))
            {
                throw BotApiError.Bad("text buttons are allowed in reply keyboards only");
            }

            if (Encoding.UTF8.GetByteCount((string)button["callback_data"]!) is < 1 or > 64)
            {
                throw BotApiError.Bad("BUTTON_DATA_INVALID");
            }
        }
    }

    private static bool Fits(string rule, JsonValueKind kind) => rule switch
    {
        "n" => kind == JsonValueKind.Number,
        "s" => kind == JsonValueKind.String,
        "b" => kind is JsonValueKind.True or JsonValueKind.False,
        "o" => kind == JsonValueKind.Object,
        _ => kind == JsonValueKind.Array,
    };

    private static bool HasNull(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Any(f => f.Value is null || HasNull(f.Value)),
        JsonArray items => items.Any(i => i is null || HasNull(i)),
        _ => false,
    };
}
