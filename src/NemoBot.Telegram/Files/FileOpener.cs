using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Requests;

namespace NemoBot.Telegram.Files;

/// <summary>Opens files that people sent, by the file id, which stays valid as long as the message exists.</summary>
internal sealed partial class FileOpener(TelegramGateway gateway, IOptions<TelegramOptions> options, ILogger<FileOpener> logger)
{
    /// <summary>The stored reference to a file: its id, and the id that is the same for every bot, for comparison.</summary>
    public static string Reference(string fileId, string? uniqueId) => $"{fileId} {uniqueId}";

    /// <summary>Opens a file.</summary>
    public async Task<Stream> OpenAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        if (!options.Value.LocalServer && attachment.Size > options.Value.DownloadBytes)
        {
            throw new AttachmentException(AttachmentProblem.TooLarge, options.Value.DownloadBytes);
        }

        var file = await OpenOnceAsync(attachment, cancellationToken);
        return file is FileStream ? file : new ResumingStream(file, stop => OpenOnceAsync(attachment, stop));
    }

    private async Task<Stream> OpenOnceAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        try
        {
            // A path is valid for at least an hour; when it is refused, the second request returns a fresh one.
            return await TryOpenAsync(attachment, cancellationToken)
                ?? await TryOpenAsync(attachment, cancellationToken)
                ?? throw new AttachmentException(AttachmentProblem.Gone);
        }
        catch (TelegramApiException error)
        {
            throw Sort(error);
        }
        catch (TelegramUnreachableException error)
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, null, error);
        }
    }

    private async Task<Stream?> TryOpenAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        var space = attachment.Reference.IndexOf(' ', StringComparison.Ordinal);
        var id = space > 0 ? attachment.Reference[..space] : attachment.Reference;
        var file = await gateway.AskAsync(new GetFileRequest { FileId = id }, cancellationToken);
        if (!options.Value.LocalServer && file.FileSize > options.Value.DownloadBytes)
        {
            throw new AttachmentException(AttachmentProblem.TooLarge, options.Value.DownloadBytes);
        }

        if (string.IsNullOrEmpty(file.FilePath))
        {
            throw new AttachmentException(AttachmentProblem.Unreachable);
        }

        return options.Value.LocalServer && Path.IsPathRooted(file.FilePath)
            ? OpenLocal(file.FilePath)
            : await gateway.DownloadAsync(file.FilePath, cancellationToken);
    }

    private FileStream? OpenLocal(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(error.GetType().Name);
            return null;
        }
    }

    private AttachmentException Sort(TelegramApiException error) => error switch
    {
        { IsTooLarge: true } => new AttachmentException(AttachmentProblem.TooLarge, options.Value.DownloadBytes, error),
        { Code: 429 } => new AttachmentException(AttachmentProblem.Unreachable, null, error),
        _ when error.Description.Contains("temporarily unavailable", StringComparison.OrdinalIgnoreCase) =>
            new AttachmentException(AttachmentProblem.Unreachable, null, error),
        _ => new AttachmentException(AttachmentProblem.Gone, null, error),
    };

    [LoggerMessage(Level = LogLevel.Error, Message =
        "A file of the Bot API server cannot be read ({Problem}). With NemoBot:Telegram:LocalServer the bot must be able to read that server's folder.")]
    private partial void LogUnreadable(string problem);
}
