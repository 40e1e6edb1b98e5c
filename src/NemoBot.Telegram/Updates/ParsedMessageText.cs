using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// The text of a message as the engine reads it: without the mention of the bot, with link targets written out, and a command in the
/// form <c>/name arguments</c>.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Mentions">The bot was mentioned.</param>
/// <param name="Command">The command's name in lower case; null if it is not a command.</param>
/// <param name="Bot">The bot that the command is addressed to (<c>/name@bot</c>); null if it names none.</param>
internal sealed record ParsedMessageText(string Text, bool Mentions, string? Command, string? Bot)
{
    /// <summary>Parses a message's text or caption.</summary>
    public static ParsedMessageText Parse(Message message, User me)
    {
        var text = message.Text ?? message.Caption ?? "";
        var entities = (message.Text is not null ? message.Entities : message.CaptionEntities) ?? [];
        var mentions = false;

        // From the end, so that the offsets of the remaining entities stay valid. They count UTF-16 units, as strings do here.
        foreach (var entity in entities.OrderByDescending(e => e.Offset).Where(e => IsInside(e, text)))
        {
            if (IsMentionOf(me, entity, text))
            {
                mentions = true;
                text = text.Remove(entity.Offset, entity.Length);
            }
            else if (entity is { Type: MessageEntityType.TextLink, Url: { Length: > 0 } url })
            {
                text = text.Insert(entity.Offset + entity.Length, $" {url} ");
            }
            else if (entity.Type == MessageEntityType.Url && IsFileWithoutScheme(text.AsSpan(entity.Offset, entity.Length)))
            {
                text = text.Insert(entity.Offset, "https://");
            }
        }

        text = text.Trim();
        return text.StartsWith('/') ? ParseCommand(text, mentions) : new ParsedMessageText(text, mentions, null, null);
    }

    private static ParsedMessageText ParseCommand(string text, bool mentions)
    {
        var end = text.AsSpan().IndexOfAny(" \n\t");
        var head = end < 0 ? text : text[..end];
        var arguments = end < 0 ? "" : text[end..].Trim();
        var at = head.IndexOf('@', StringComparison.Ordinal);
        var name = (at < 0 ? head[1..] : head[1..at]).ToLowerInvariant();
        var whole = arguments.Length > 0 ? $"/{name} {arguments}" : $"/{name}";
        return name.Length == 0
            ? new ParsedMessageText(text, mentions, null, null)
            : new ParsedMessageText(whole, mentions, name, at < 0 ? null : head[(at + 1)..]);
    }

    private static bool IsInside(MessageEntity entity, string text) =>
        entity.Offset >= 0 && entity.Length >= 0 && entity.Offset <= text.Length - entity.Length;

    /// <summary>True for <c>example.com/talk.mp3</c>; a bare site name stays as it was typed.</summary>
    private static bool IsFileWithoutScheme(ReadOnlySpan<char> address) =>
        !address.Contains("://", StringComparison.Ordinal) && address.LastIndexOf('/') is > 0 and var slash && address[slash..].Contains('.');

    private static bool IsMentionOf(User me, MessageEntity entity, string text) => entity.Type switch
    {
        MessageEntityType.Mention => text.AsSpan(entity.Offset, entity.Length).Equals($"@{me.Username}", StringComparison.OrdinalIgnoreCase),
        MessageEntityType.TextMention => entity.User?.Id == me.Id,
        _ => false,
    };
}
