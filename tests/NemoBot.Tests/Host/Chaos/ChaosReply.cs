namespace NemoBot.Tests.Host.Chaos;

/// <summary>A message of the bot, as a person sees it.</summary>
/// <param name="Text">Text or caption.</param>
/// <param name="IsVideo">It carries a video.</param>
/// <param name="IsInProgress">It has not come to its end.</param>
internal sealed record ChaosReply(string Text, bool IsVideo, bool IsInProgress)
{
    /// <summary>It says only that the request has arrived, as a status does until the bot knows its id.</summary>
    public bool IsReceipt => Text == "👀 Got it.";

    public bool IsFinal => !IsVideo && !IsInProgress && !IsReceipt;

    /// <summary>A message as it is shown: it is in progress while it offers to cancel, or says that the video is being posted.</summary>
    public static ChaosReply Of(string text, bool isVideo, IEnumerable<string> buttons) =>
        new(text, isVideo, text.StartsWith("📤", StringComparison.Ordinal) || buttons.Any(b => b.StartsWith("cancel", StringComparison.Ordinal)));
}
