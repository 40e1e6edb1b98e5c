namespace NemoBot.LocalNemo.Drafts;

/// <summary>A draft cannot be rendered.</summary>
/// <param name="message">Why, in plain words that may be shown.</param>
internal sealed class DraftException(string message) : Exception(message);
