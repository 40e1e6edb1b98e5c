using System.Text.Json.Nodes;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>A message of the bot as it stands in a chat.</summary>
internal sealed class StandInMessage
{
    public required long Id { get; init; }

    public required long Chat { get; init; }

    public long? Topic { get; init; }

    public long? ReplyTo { get; init; }

    /// <summary>The text or caption as a client shows it.</summary>
    public required string Text { get; set; }

    public JsonNode? Keyboard { get; set; }

    /// <summary><c>text</c>, <c>video</c>, <c>photo</c> or <c>document</c>.</summary>
    public required string Kind { get; init; }

    public StandInFile? File { get; init; }

    public byte[]? Thumbnail { get; init; }

    /// <summary>All fields of the call that made it.</summary>
    public required JsonObject Fields { get; init; }

    public bool IsDeleted { get; set; }

    public int Edits { get; set; }

    /// <summary>Label and data of the buttons.</summary>
    public IEnumerable<(string Label, string Data)> Buttons =>
        Keyboard?["inline_keyboard"]!.AsArray().SelectMany(r => r!.AsArray())
            .Select(b => ((string)b!["text"]!, (string)b["callback_data"]!)) ?? [];
}
