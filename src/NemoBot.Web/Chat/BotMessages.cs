using NemoBot.Core.Platforms;
using NemoBot.Web.Files;
using NemoBot.Web.Messages;

namespace NemoBot.Web.Chat;

/// <summary>What the bot says, as messages of the chat.</summary>
internal static class BotMessages
{
    private const string BotName = "NemoBot";

    public static ChatMessage Compose(OutboundMessage message, DateTimeOffset now) => new()
    {
        Author = BotName,
        Kind = message.Kind == OutboundKind.Status ? MessageKinds.Status : MessageKinds.Text,
        Text = message.Text,
        Buttons = Compose(message.Buttons),
        Progress = message.Progress,
        Final = message.IsFinal,
        ReplyTo = message.ReplyTo,
        CreatedAt = now,
    };

    public static ChatMessage Compose(OutboundFile file, StoredFile stored, bool hasPoster, DateTimeOffset now) => new()
    {
        Author = BotName,
        Kind = file.Video is null ? MessageKinds.File : MessageKinds.Video,
        Text = file.Caption,
        Buttons = Compose(file.Buttons),
        Attachments = [ChatFiles.Attach(stored, hasPoster, file.Video)],
        ReplyTo = file.ReplyTo,
        Once = file.DeduplicationKey,
        CreatedAt = now,
    };

    /// <summary>What an edit makes of a message. Of one with files only the text and the buttons change.</summary>
    public static ChatMessage Edit(ChatMessage before, OutboundMessage message, DateTimeOffset now)
    {
        var edited = Compose(message, now);
        return edited with
        {
            Kind = before.Attachments.Count > 0 ? before.Kind : edited.Kind,
            Attachments = before.Attachments,
            ReplyTo = message.ReplyTo ?? before.ReplyTo,
            Once = before.Once,
            CreatedAt = before.CreatedAt,
            EditedAt = before.EditedAt,
        };
    }

    private static ChatButton[] Compose(IReadOnlyList<Button> buttons) => [.. buttons.Select(b => new ChatButton(b.Id, b.Label, b.Style switch
    {
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
        _ => "normal",
    }))];
}
