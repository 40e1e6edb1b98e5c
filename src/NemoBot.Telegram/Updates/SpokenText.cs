using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// The words of one message as they concern the bot: its mention taken out, addresses behind words written out, a command in
/// the form <c>/name rest</c>.
/// </summary>
/// <param name="Text">The words.</param>
/// <param name="Mentions">The bot was mentioned.</param>
/// <param name="Command">The command's name in lower case, if it is one.</param>
/// <param name="Bot">Whom the command is meant for: <c>/name@bot</c>; null if that is left open.</param>
internal sealed record SpokenText(string Text, bool Mentions, string? Command, string? Bot)
{
    /// <summary>Reads a message's text or caption.</summary>
    public static SpokenText Of(Message message, User me)
    {
        var text = message.Text ?? message.Caption ?? "";
        var entities = (message.Text is not null ? message.Entities : message.CaptionEntities) ?? [];
        var mentions = false;
        // From the back, so that the offsets of what is still to come stay right. They count UTF-16 units, as strings here do.
        foreach (var entity in entities.OrderByDescending(e => e.Offset).Where(e => IsInside(e, text)))
        {
            if (IsMentionOf(me, entity, text))
            {
                mentions = true;
                text = text.Remove(entity.Offset, entity.Length);
            }
            else if (entity is { Type: "text_link", Url: { Length: > 0 } url })
            {
                text = text.Insert(entity.Offset + entity.Length, $" {url} ");
            }
            else if (entity.Type == "url" && IsBareFile(text.AsSpan(entity.Offset, entity.Length)))
            {
                text = text.Insert(entity.Offset, "https://");
            }
        }

        text = text.Trim();
        return text.StartsWith('/') ? Split(text, mentions) : new SpokenText(text, mentions, null, null);
    }

    private static SpokenText Split(string text, bool mentions)
    {
        var end = text.AsSpan().IndexOfAny(" \n\t");
        var head = end < 0 ? text : text[..end];
        var rest = end < 0 ? "" : text[end..].Trim();
        var at = head.IndexOf('@', StringComparison.Ordinal);
        var name = (at < 0 ? head[1..] : head[1..at]).ToLowerInvariant();
        var whole = rest.Length > 0 ? $"/{name} {rest}" : $"/{name}";
        return name.Length == 0
            ? new SpokenText(text, mentions, null, null)
            : new SpokenText(whole, mentions, name, at < 0 ? null : head[(at + 1)..]);
    }

    private static bool IsInside(MessageEntity entity, string text) =>
        entity.Offset >= 0 && entity.Length >= 0 && entity.Offset <= text.Length - entity.Length;

    /// <summary>An address as people type it, <c>example.com/talk.mp3</c>; a mere name of a site is left as it was said.</summary>
    private static bool IsBareFile(ReadOnlySpan<char> address) =>
        !address.Contains("://", StringComparison.Ordinal) && address.LastIndexOf('/') is > 0 and var slash && address[slash..].Contains('.');

    private static bool IsMentionOf(User me, MessageEntity entity, string text) => entity.Type switch
    {
        "mention" => text.AsSpan(entity.Offset, entity.Length).Equals($"@{me.Username}", StringComparison.OrdinalIgnoreCase),
        "text_mention" => entity.User?.Id == me.Id,
        _ => false,
    };
}
