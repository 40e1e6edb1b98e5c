using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

internal sealed partial class TelegramStandIn
{
    private readonly HashSet<(long Chat, long Id)> _said = [];
    private readonly HashSet<string> _openQueries = [];
    private int _queries;

    /// <summary>The newest update, for handing it over twice.</summary>
    public JsonObject? Newest { get; private set; }

    /// <summary>Somebody's message, not yet sent: tests add what they need and pass it to <see cref="Say"/>.</summary>
    public JsonObject Compose(long chat, string? text = null, long user = 11, string name = "Ana")
    {
        lock (_lock)
        {
            var message = new JsonObject
            {
                ["message_id"] = _messageIds++,
                ["from"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = name, ["language_code"] = "en" },
                ["chat"] = new JsonObject { ["id"] = chat, ["type"] = _chats[chat].Type },
                ["date"] = 1772366400,
            };
            if (text is not null)
            {
                message["text"] = text;
                AddEntities(message, text, "entities");
            }

            return message;
        }
    }

    /// <summary>Adds a file to a message, with the caption's entities.</summary>
    public static JsonObject With(JsonObject message, string kind, StandInFile file, string? caption = null)
    {
        var media = new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = "u" + file.Id, ["file_size"] = file.Size };
        if (kind is "document" or "audio" or "video" or "animation")
        {
            media["file_name"] = file.Name;
        }

        if (kind is not "photo" and not "video_note")
        {
            media["mime_type"] = file.MimeType;
        }

        message[kind] = kind == "photo"
            ? new JsonArray(
                new JsonObject { ["file_id"] = "small", ["file_unique_id"] = "s", ["width"] = 90, ["height"] = 60, ["file_size"] = 900 },
                With(media, 1280, 853))
            : media;
        if (caption is not null)
        {
            message["caption"] = caption;
            AddEntities(message, caption, "caption_entities");
        }

        return message;
    }

    /// <summary>Says it, with everything that the service would add.</summary>
    public string Say(JsonObject message)
    {
        lock (_lock)
        {
            var id = (long)message["message_id"]!;
            _said.Add(((long)message["chat"]!["id"]!, id));
            Push("message", message);
            Newest = (JsonObject?)_updates.Values.LastOrDefault()?.DeepClone();
            return id.ToString();
        }
    }

    /// <summary>Somebody presses a button of the bot's message.</summary>
    public string Press(long chat, long messageId, string label, long user = 11, bool isOld = false, bool isExpired = false)
    {
        lock (_lock)
        {
            var message = _messages.Single(m => m.Chat == chat && m.Id == messageId);
            var id = $"90071992547{++_queries}";
            if (!isExpired)
            {
                _openQueries.Add(id);
            }

            // Of an old message only the chat and the id are told.
            var described = isOld
                ? new JsonObject { ["chat"] = new JsonObject { ["id"] = chat, ["type"] = _chats[chat].Type }, ["message_id"] = messageId, ["date"] = 0 }
                : Describe(message, _chats[chat]);
            Push("callback_query", new JsonObject
            {
                ["id"] = id,
                ["from"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = "Ana", ["language_code"] = "zh-hans" },
                ["message"] = described,
                ["chat_instance"] = "-1",
                ["data"] = message.Buttons.Single(b => b.Label == label).Data,
            });
            return id;
        }
    }

    /// <summary>The bot's own standing changes.</summary>
    public void ChangeMembership(long chat, string from, string to)
    {
        lock (_lock)
        {
            _chats[chat].Forbidden = to is "kicked" or "left"
                ? _chats[chat].Type == "private" ? "Forbidden: bot was blocked by the user" : "Forbidden: bot was kicked from the group chat"
                : null;
            JsonObject Standing(string status) => new()
            {
                ["user"] = new JsonObject { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "Nemo" },
                ["status"] = status,
            };
            Push("my_chat_member", new JsonObject
            {
                ["chat"] = new JsonObject { ["id"] = chat, ["type"] = _chats[chat].Type },
                ["from"] = new JsonObject { ["id"] = 11, ["is_bot"] = false, ["first_name"] = "Ana" },
                ["date"] = 1772366400,
                ["old_chat_member"] = Standing(from),
                ["new_chat_member"] = Standing(to),
            });
        }
    }

    /// <summary>Somebody deletes a message of the bot.</summary>
    public void DeleteBotMessage(long chat, long id)
    {
        lock (_lock)
        {
            _messages.Single(m => m.Chat == chat && m.Id == id).IsDeleted = true;
        }
    }

    /// <summary>The bot's message, as it stands in a reply to it.</summary>
    public JsonObject Quote(long chat, long id)
    {
        lock (_lock)
        {
            return Describe(_messages.Single(m => m.Chat == chat && m.Id == id), _chats[chat]);
        }
    }

    private static JsonObject With(JsonObject media, int width, int height)
    {
        media["width"] = width;
        media["height"] = height;
        return media;
    }

    /// <summary>What the service itself marks in a text: commands, mentions and addresses.</summary>
    private static void AddEntities(JsonObject message, string text, string field)
    {
        JsonArray entities = [];
        foreach (var (type, pattern) in new[] { ("bot_command", @"(?<!\S)/[A-Za-z0-9_]+(@\w+)?"), ("mention", @"(?<![\w/])@\w+"), ("url", @"https?://\S+") })
        {
            foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(text, pattern))
            {
                entities.Add(new JsonObject { ["type"] = type, ["offset"] = match.Index, ["length"] = match.Length });
            }
        }

        if (entities.Count > 0)
        {
            message[field] = entities;
        }
    }
}
