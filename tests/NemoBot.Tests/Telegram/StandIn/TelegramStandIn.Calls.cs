using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

internal sealed partial class TelegramStandIn
{
    private readonly Dictionary<long, StandInChat> _chats = [];
    private readonly List<StandInMessage> _messages = [];
    private long _messageIds = 100;

    /// <summary>Lists of commands by scope and language (empty: for everybody else).</summary>
    public Dictionary<(string Scope, string Language), string[]> Commands { get; } = [];

    /// <summary>Callback queries that were answered.</summary>
    public List<string> Answered { get; } = [];

    /// <summary>Adds a chat in which the bot is.</summary>
    public StandInChat AddChat(long id, string type, bool isForum = false)
    {
        lock (_lock)
        {
            return _chats[id] = new StandInChat { Id = id, Type = type, IsForum = isForum };
        }
    }

    /// <summary>The bot's messages in a chat, without deleted ones.</summary>
    public IReadOnlyList<StandInMessage> Messages(long chat)
    {
        lock (_lock)
        {
            return [.. _messages.Where(m => m.Chat == chat && !m.IsDeleted)];
        }
    }

    /// <summary>Refuses everything in a chat for that long.</summary>
    public void Block(long chat, TimeSpan duration)
    {
        lock (_lock)
        {
            _chats[chat].BlockedUntil = _clock.GetUtcNow() + duration;
        }
    }

    private JsonObject Send(JsonObject fields, string kind, string textField, int limit, Dictionary<string, StandInFile> files)
    {
        lock (_lock)
        {
            var chat = Enter(fields);
            if (chat.ForbiddenKinds.Contains(kind))
            {
                throw BotApiError.Bad($"not enough rights to send {kind}s to the chat");
            }

            var text = Shown(fields, textField, limit, isOptional: kind != "text");
            FieldRules.CheckKeyboard(fields["reply_markup"]);
            var message = new StandInMessage
            {
                Id = _messageIds++,
                Chat = chat.Id,
                Kind = kind,
                Text = text,
                Topic = Topic(chat, fields),
                ReplyTo = ReplyTo(fields),
                Keyboard = fields["reply_markup"]?.DeepClone(),
                File = kind == "text" ? null : Content(fields, kind, files),
                Thumbnail = Thumbnail(fields, files),
                Fields = fields,
            };
            _messages.Add(message);
            return Describe(message, chat);
        }
    }

    private JsonObject Edit(JsonObject fields, string textField, int limit)
    {
        lock (_lock)
        {
            var chat = Enter(fields);
            var message = _messages.Find(m => m.Chat == chat.Id && m.Id == (long)fields["message_id"]! && !m.IsDeleted)
                ?? throw BotApiError.Bad("message to edit not found");
            if (textField == "text" && message.Kind != "text")
            {
                throw BotApiError.Bad("there is no text in the message to edit");
            }

            var text = Shown(fields, textField, limit, isOptional: textField == "caption");
            FieldRules.CheckKeyboard(fields["reply_markup"]);
            if (text == message.Text && JsonNode.DeepEquals(fields["reply_markup"], message.Keyboard))
            {
                throw BotApiError.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
            }

            message.Text = text;
            message.Keyboard = fields["reply_markup"]?.DeepClone();
            message.Edits++;
            return Describe(message, chat);
        }
    }

    private JsonValue Delete(JsonObject fields)
    {
        lock (_lock)
        {
            var chat = Enter(fields);
            var id = (long)fields["message_id"]!;
            if (_said.Remove((chat.Id, id)))
            {
                return chat.Type == "private" || chat.Members.GetValueOrDefault(BotId) == "administrator"
                    ? JsonValue.Create(true)
                    : throw BotApiError.Bad("message can't be deleted");
            }

            var message = _messages.Find(m => m.Chat == chat.Id && m.Id == id && !m.IsDeleted) ?? throw BotApiError.Bad("message to delete not found");
            message.IsDeleted = true;
            return JsonValue.Create(true);
        }
    }

    private JsonValue SetCommands(JsonObject fields)
    {
        lock (_lock)
        {
            foreach (var command in fields["commands"]!.AsArray())
            {
                if (!System.Text.RegularExpressions.Regex.IsMatch((string)command!["command"]!, "^[a-z0-9_]{1,32}$") || ((string)command["description"]!).Length is < 1 or > 256)
                {
                    throw BotApiError.Bad("BOT_COMMAND_INVALID");
                }
            }

            Commands[((string)fields["scope"]!["type"]!, (string?)fields["language_code"] ?? "")] =
                [.. fields["commands"]!.AsArray().Select(c => (string)c!["command"]!)];
            return JsonValue.Create(true);
        }
    }

    private JsonValue AnswerCallback(JsonObject fields)
    {
        lock (_lock)
        {
            var id = (string)fields["callback_query_id"]!;
            if (!_openQueries.Remove(id))
            {
                throw BotApiError.Bad("query is too old and response timeout expired or query ID is invalid");
            }

            Answered.Add(id);
            return JsonValue.Create(true);
        }
    }

    private JsonObject GetMember(JsonObject fields)
    {
        lock (_lock)
        {
            var chat = Enter(fields);
            var user = (long)fields["user_id"]!;
            return new JsonObject
            {
                ["status"] = chat.Members.GetValueOrDefault(user, "member"),
                ["user"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = "Somebody" },
            };
        }
    }

    private StandInChat Enter(JsonObject fields)
    {
        if (!_chats.TryGetValue((long)fields["chat_id"]!, out var chat))
        {
            throw BotApiError.Bad("chat not found");
        }

        if (chat.MovedTo is { } moved)
        {
            throw new BotApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", migrateTo: moved);
        }

        if (chat.Forbidden is not null)
        {
            throw new BotApiError(403, chat.Forbidden);
        }

        var left = chat.BlockedUntil - _clock.GetUtcNow();
        return left <= TimeSpan.Zero
            ? chat
            : throw new BotApiError(429, $"Too Many Requests: retry after {Math.Ceiling(left.TotalSeconds)}", retryAfter: (int)Math.Ceiling(left.TotalSeconds));
    }

    private static string Shown(JsonObject fields, string field, int limit, bool isOptional)
    {
        var shown = HtmlRules.Show((string?)fields[field] ?? "", (string?)fields["parse_mode"]).Trim();
        if (shown.Length == 0 && !isOptional)
        {
            throw BotApiError.Bad("message text is empty");
        }

        return shown.Length <= limit ? shown : throw BotApiError.Bad(limit == 4096 ? "message is too long" : "message caption is too long");
    }

    private static long? Topic(StandInChat chat, JsonObject fields)
    {
        var topic = (long?)fields["message_thread_id"];
        return topic is null || chat.Topics.Contains(topic.Value) ? topic : throw BotApiError.Bad("message thread not found");
    }

    private long? ReplyTo(JsonObject fields)
    {
        if (fields["reply_parameters"] is not { } reply)
        {
            return null;
        }

        var id = (long)reply["message_id"]!;
        var isThere = _said.Contains(((long)fields["chat_id"]!, id)) || _messages.Exists(m => m.Id == id && !m.IsDeleted);
        return isThere ? id : (bool?)reply["allow_sending_without_reply"] == true ? null : throw BotApiError.Bad("message to be replied not found");
    }

    private static JsonObject Describe(StandInMessage message, StandInChat chat)
    {
        var described = new JsonObject
        {
            ["message_id"] = message.Id,
            ["date"] = 1772366400,
            ["from"] = new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Nemo", ["username"] = BotName },
            ["chat"] = new JsonObject { ["id"] = chat.Id, ["type"] = chat.Type },
            [message.Kind == "text" ? "text" : "caption"] = message.Text,
        };
        if (message.Topic is { } topic)
        {
            described["message_thread_id"] = topic;
            described["is_topic_message"] = true;
        }

        return described;
    }
}
