namespace NemoBot.Telegram.Api.Wire;

/// <summary>Whether an address in a text grows a picture.</summary>
internal sealed record LinkPreviewOptions
{
    public bool IsDisabled { get; init; } = true;
}
