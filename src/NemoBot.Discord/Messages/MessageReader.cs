using System.Text.RegularExpressions;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>Parses messages: whether they address the bot, and their content.</summary>
internal static partial class MessageReader
{
    private const int Default = 0;
    private const int Reply = 19;

    /// <summary>Returns true for a person's message that mentions the bot, replies to it, or is a direct message.</summary>
    public static bool IsAddressed(WireMessage message, string self)
    {
        if (message.Author is not { } author || author.Bot == true || message.WebhookId is not null || message.Type is not (Default or Reply))
        {
            return false;
        }

        return message.GuildId is null
            || message.Mentions?.Any(u => u.Id == self) == true
            || (message.ReferencedMessage?.Author?.Id == self && HasContent(message));
    }

    /// <summary>Without the Message Content intent, a reply that does not ping arrives empty.</summary>
    public static bool HasContent(WireMessage message) => !string.IsNullOrEmpty(message.Content) || message.Attachments is { Count: > 0 };

    /// <summary>The text as people see it, without the mention of the bot; other mentions become names.</summary>
    public static string Text(WireMessage message, string self)
    {
        var text = Mention().Replace(message.Content ?? "", m =>
        {
            var id = m.Groups[1].Value;
            var user = message.Mentions?.FirstOrDefault(u => u.Id == id);
            return id == self ? " " : "@" + (user?.GlobalName ?? user?.Username ?? "?");
        });
        text = Elsewhere().Replace(Emoji().Replace(text, ":$1:"), " ");
        return Markdown.Unescape(Spaces().Replace(text, " ").Trim());
    }

    /// <summary>The files of a message: its own or forwarded ones, else those of the person's message it replies to.</summary>
    public static IReadOnlyList<Attachment> Attachments(WireMessage message, string self)
    {
        var own = Files(message).Select(a => Attachment(a, message.ChannelId!, message.Id)).ToList();
        return own.Count > 0 || message.ReferencedMessage is not { } answered || answered.Author?.Id == self
            ? own
            : [.. Files(answered).Select(a => Attachment(a, answered.ChannelId ?? message.ChannelId!, answered.Id))];
    }

    /// <summary>The files of a message, forwarded ones included.</summary>
    public static IEnumerable<WireAttachment> Files(WireMessage message) =>
        (message.Attachments ?? []).Concat((message.MessageSnapshots ?? []).SelectMany(s => s.Message?.Attachments ?? []));

    /// <summary>Creates a reference that outlives the signature of the URL.</summary>
    public static Attachment Attachment(WireAttachment file, string channel, string message) =>
        new(file.Filename ?? "file", file.ContentType, file.Size, new AttachmentAddress(channel, message, file.Id, file.Url ?? "").ToString());

    /// <summary>The person, by the name others see in this server.</summary>
    public static Author Author(WireUser user, WireMember? member) =>
        new(user.Id, FirstOf(member?.Nick, user.GlobalName, user.Username) ?? user.Id);

    private static string? FirstOf(params string?[] names) => names.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));

    [GeneratedRegex(@"<@!?(\d+)>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"<a?:(\w+):\d+>")]
    private static partial Regex Emoji();

    /// <summary>Mentions of roles and channels are bare ids, meaningless in a prompt.</summary>
    [GeneratedRegex(@"<(@&|#)\d+>")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();
}
