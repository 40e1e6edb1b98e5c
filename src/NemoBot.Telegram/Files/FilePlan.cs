using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;

namespace NemoBot.Telegram.Files;

/// <summary>How a file is posted.</summary>
/// <param name="Kind">As what.</param>
/// <param name="ByPath">The operator's own server reads it from the disk instead of being sent the bytes.</param>
/// <param name="Form">Which trimmings are used.</param>
internal sealed record FilePlan(FileKind Kind, bool ByPath, SendForm Form)
{
    /// <summary>The Bot API's method.</summary>
    public string Method => Kind switch
    {
        FileKind.Video => "sendVideo",
        FileKind.Photo => "sendPhoto",
        _ => "sendDocument",
    };

    /// <summary>The field of the file.</summary>
    public string Field => Kind switch
    {
        FileKind.Video => "video",
        FileKind.Photo => "photo",
        _ => "document",
    };

    /// <summary>The next plan after a refusal; null if nothing else is left to try.</summary>
    public FilePlan? After(TelegramApiException problem)
    {
        if (Form.After(problem) is { } form)
        {
            return this with { Form = form };
        }

        if (problem.IsFileForbidden)
        {
            // A group can forbid videos and photos and still take documents.
            return Kind == FileKind.Document ? null : this with { Kind = FileKind.Document };
        }

        if (ByPath)
        {
            // The server may run elsewhere or lack the right to read our folder.
            return this with { ByPath = false };
        }

        // Photos have limits of their own (sides, proportions) that documents do not have.
        return Kind == FileKind.Photo && problem.Code == 400 ? this with { Kind = FileKind.Document } : null;
    }
}
