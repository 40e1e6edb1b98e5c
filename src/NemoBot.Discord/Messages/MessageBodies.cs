using NemoBot.Core.Platforms;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>Composes message bodies. They never ping anyone, and links do not unfold into previews.</summary>
internal static class MessageBodies
{
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;

    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int ButtonsPerRow = 5;
    private const int LabelLength = 80;

    private static readonly MentionRules NoMentions = new() { Parse = [] };

    /// <summary>A message of the engine.</summary>
    public static MessageBody Text(OutboundMessage message) => Text(message.Text, message.Buttons) with { BeforeSend = message.BeforeSend };

    /// <summary>A text with buttons, for a new message or an edit.</summary>
    public static MessageBody Text(string plain, IReadOnlyList<Button> buttons) => new()
    {
        Content = Markdown.Escape(plain),
        Components = Rows(buttons),
        Flags = SuppressEmbeds,
        AllowedMentions = NoMentions,
    };

    /// <summary>A text only one person sees.</summary>
    public static MessageBody Private(string plain) => new()
    {
        Content = Markdown.Escape(plain),
        Flags = Ephemeral | SuppressEmbeds,
        AllowedMentions = NoMentions,
    };

    /// <summary>A file with its caption.</summary>
    public static MessageBody File(OutboundFile file) => Text(file.Caption, file.Buttons) with
    {
        BeforeSend = file.BeforeSend,
        Flags = file.Caption.Length > 0 ? SuppressEmbeds : null,
        Attachments = [new FileBody { Id = 0, Filename = file.FileName }],
    };

    /// <summary>Makes the message a reply; a deleted target is ignored.</summary>
    public static MessageBody ReplyingTo(this MessageBody body, string? message) => message is null ? body : body with
    {
        MessageReference = new ReplyBody { MessageId = message, FailIfNotExists = false },
    };

    /// <summary>Buttons in rows of five.</summary>
    public static IReadOnlyList<WireComponent> Rows(IReadOnlyList<Button> buttons) =>
        [.. buttons.Take(25).Chunk(ButtonsPerRow).Select(row => new WireComponent { Type = RowType, Components = [.. row.Select(Press)] })];

    private static WireComponent Press(Button button) => new()
    {
        Type = ButtonType,
        CustomId = button.Id,
        Label = LabelText.Fit(button.Label, LabelLength),
        Style = button.Style switch
        {
            ButtonStyle.Primary => 1,
            ButtonStyle.Danger => 4,
            _ => 2,
        },
    };
}
