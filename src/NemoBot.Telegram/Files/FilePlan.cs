using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Files;

/// <summary>How a file is sent.</summary>
/// <param name="Kind">As what.</param>
/// <param name="ByPath">The operator's own server reads it from disk; otherwise it is uploaded.</param>
/// <param name="Fallback">Which optional parts it is sent with.</param>
internal sealed record FilePlan(FileKind Kind, bool ByPath, SendFallback Fallback)
{
    /// <summary>What to try after a refusal; null if nothing is left to try.</summary>
    public FilePlan? After(TelegramApiException problem)
    {
        if (Fallback.After(problem) is { } fallback)
        {
            return this with { Fallback = fallback };
        }

        if (problem.IsFileForbidden)
        {
            // A group can forbid videos and photos and still accept documents.
            return Kind == FileKind.Document ? null : this with { Kind = FileKind.Document };
        }

        if (ByPath)
        {
            // The server may run on another machine or lack the right to read our folder.
            return this with { ByPath = false };
        }

        // Photos have limits (side lengths, proportions) that documents do not have.
        return Kind == FileKind.Photo && problem.Code == 400 ? this with { Kind = FileKind.Document } : null;
    }
}
