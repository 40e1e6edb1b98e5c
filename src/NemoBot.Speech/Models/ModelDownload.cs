using System.Net;
using System.Net.Http.Headers;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;

namespace NemoBot.Speech.Models;

/// <summary>Downloads a model into <c>NAME.part</c>, resumes it there, checks size and hash, and gives it its name.</summary>
internal sealed class ModelDownload(SpeechOptions options, HttpClient http, TimeProvider clock)
{
    private const int BufferSize = 128 * 1024;
    private const int Attempts = 3;
    private const long SpareBytes = 64L * 1024 * 1024;

    /// <summary>Downloads it. What has arrived stays for the next attempt, unless it is wrong.</summary>
    public async Task RunAsync(SpeechModel model, string target, IProgress<double> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = target + ".part";
        RequireSpace(model, part);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FetchAsync(model, part, progress, cancellationToken).ConfigureAwait(false);
                if (await ModelSeal.HashAsync(part, cancellationToken).ConfigureAwait(false) == model.Hash)
                {
                    File.Move(part, target, overwrite: true);
                    await ModelSeal.WriteAsync(target, model.Hash, cancellationToken).ConfigureAwait(false);
                    return;
                }

                File.Delete(part);
                throw new SpeechException(SpeechProblem.DownloadFailed, $"{model.File} has a wrong hash.");
            }
            catch (Exception e) when (attempt < Attempts && IsWorthRetrying(e, cancellationToken))
            {
                // Resumes at once: each attempt has its own idle timeout.
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException || (e is IOException && !IsFull(e)))
            {
                throw new SpeechException(SpeechProblem.DownloadFailed, e.Message);
            }
            catch (IOException e)
            {
                throw new SpeechException(SpeechProblem.NoSpace, e.Message) { NeededBytes = model.Size };
            }
        }
    }

    private static bool IsWorthRetrying(Exception e, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested && e switch
    {
        HttpRequestException http => http.StatusCode is null or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests,
        SpeechException speech => speech.Problem == SpeechProblem.DownloadFailed,
        TimeoutException => true,
        IOException => !IsFull(e),
        _ => false,
    };

    private static bool IsFull(Exception e) => e.HResult is 28 or 122 or unchecked((int)0x80070070);

    private static void RequireSpace(SpeechModel model, string part)
    {
        var missing = model.Size - (File.Exists(part) ? new FileInfo(part).Length : 0) + SpareBytes;
        if (new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(part))!).AvailableFreeSpace < missing)
        {
            throw new SpeechException(SpeechProblem.NoSpace, $"{model.File} needs {missing} bytes.") { NeededBytes = missing };
        }
    }

    private async Task FetchAsync(SpeechModel model, string part, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var have = File.Exists(part) ? new FileInfo(part).Length : 0;
        if (have == model.Size)
        {
            return;
        }

        if (have > model.Size)
        {
            File.Delete(part);
            have = 0;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{options.Mirror.TrimEnd('/')}/{model.Repository}/{model.File}"));
        if (have > 0)
        {
            request.Headers.Range = new RangeHeaderValue(have, null);
        }

        using var idle = new CancellationTokenSource(options.DownloadIdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var resumes = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
            await CopyAsync(response, part, resumes ? have : 0, model, progress, idle, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Nothing arrived for {options.DownloadIdleTimeout}.");
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage response, string part, long have, SpeechModel model, IProgress<double> progress, CancellationTokenSource idle, CancellationToken cancellationToken)
    {
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var target = new FileStream(part, have > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            have += read;
            if (have > model.Size)
            {
                await target.DisposeAsync().ConfigureAwait(false);
                File.Delete(part);
                throw new SpeechException(SpeechProblem.DownloadFailed, $"{model.File} is larger than {model.Size} bytes.");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            progress.Report((double)have / model.Size);
            idle.CancelAfter(options.DownloadIdleTimeout);
        }

        if (have < model.Size)
        {
            throw new HttpRequestException($"The download ended after {have} of {model.Size} bytes.");
        }
    }
}
