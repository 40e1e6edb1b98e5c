using NemoBot.Core.Platforms;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>Writes messages as Discord wants them. Nobody is ever pinged, and addresses do not unfold into previews.</summary>
internal static class Bodies
{
    public const int SuppressEmbeds = 1 << 2;
    public const int Ephemeral = 1 << 6;

    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int ButtonsPerRow = 5;
    private const int LabelLength = 80;

    private static readonly MentionRules Nobody = new() { Parse = [] };

    /// <summary>A text with buttons, new or in the place of another.</summary>
    public static MessageBody Text(string plain, IReadOnlyList<Button> buttons) => new()
    {
        Content = Markdown.Escape(plain),
        Components = Rows(buttons),
        Flags = SuppressEmbeds,
        AllowedMentions = Nobody,
    };

    /// <summary>A text that only one person sees.</summary>
    public static MessageBody Private(string plain) => new()
    {
        Content = Markdown.Escape(plain),
        Flags = Ephemeral | SuppressEmbeds,
        AllowedMentions = Nobody,
    };

    /// <summary>A file with its caption.</summary>
    public static MessageBody File(OutboundFile file) => Text(file.Caption, file.Buttons) with
    {
        Flags = file.Caption.Length > 0 ? SuppressEmbeds : null,
        Attachments = [new FileBody { Id = 0, Filename = file.FileName }],
    };

    /// <summary>Makes a message an answer to another; one that is gone does no harm.</summary>
    public static MessageBody Answering(this MessageBody body, string? message) => message is null ? body : body with
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
        Label = button.Label.Length <= LabelLength ? button.Label : button.Label[..(LabelLength - 1)] + "…",
        Style = button.Style switch
        {
            ButtonStyle.Primary => 1,
            ButtonStyle.Danger => 4,
            _ => 2,
        },
    };
}
