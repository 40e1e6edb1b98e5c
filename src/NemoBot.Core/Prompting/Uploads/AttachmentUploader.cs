using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Brings a message's files and links to the backend.</summary>
internal sealed class AttachmentUploader(
    AttachmentIntake intake, LinkFetcher links, SessionProvider sessions, IOptions<WorkOptions> work, TimeProvider clock)
{
    /// <returns>What was done, for the answer; with a problem nothing was uploaded.</returns>
    public async Task<IntakeResult> UploadAsync(
        TurnContext context, IReadOnlyList<Attachment> attachments, string words, bool compress, CancellationToken cancellationToken)
    {
        using var span = attachments.Count > 0 ? BotTraces.Start("upload") : null;
        span?.SetTag("files", attachments.Count);
        try
        {
            var uploaded = await UploadFilesAsync(context, attachments, compress, cancellationToken).ConfigureAwait(false);
            if (uploaded.Problem is not null)
            {
                return uploaded;
            }

            var fetched = await links.FetchAsync(context, words, cancellationToken).ConfigureAwait(false);
            await context.SaveAsync(t => t with { FilesUploaded = true, SessionId = context.Conversation.SessionId }, cancellationToken).ConfigureAwait(false);
            return new IntakeResult([], [.. uploaded.Notes, .. fetched]);
        }
        catch (IntakeRefusedException problem)
        {
            return new IntakeResult([], [], problem.Answer);
        }
    }

    /// <exception cref="IntakeRefusedException">The backend cannot read what the video would be made of.</exception>
    private async Task<IntakeResult> UploadFilesAsync(
        TurnContext context, IReadOnlyList<Attachment> attachments, bool compress, CancellationToken cancellationToken)
    {
        if (attachments.Count == 0)
        {
            return new IntakeResult([], []);
        }

        using var folder = WorkFolder.Open(work.Value, $"turn-{context.Turn.Id}");
        await context.StageAsync("stage.checking", cancellationToken).ConfigureAwait(false);
        var ready = await intake.PrepareAsync(context, attachments, compress, folder, cancellationToken).ConfigureAwait(false);
        return ready.Problem is not null
            ? ready
            : new IntakeResult([], [.. ready.Notes, .. await SendAsync(context, ready.Files, cancellationToken).ConfigureAwait(false)]);
    }

    /// <returns>A note for each file that was left out.</returns>
    /// <exception cref="IntakeRefusedException">The backend cannot read what the video would be made of.</exception>
    private async Task<IReadOnlyList<string>> SendAsync(TurnContext context, IReadOnlyList<UploadSource> files, CancellationToken cancellationToken)
    {
        try
        {
            await SendTogetherAsync(context, files, cancellationToken).ConfigureAwait(false);
            return [];
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.UnsupportedFile)
        {
            return files.Count > 1
                ? await SendApartAsync(context, files, cancellationToken).ConfigureAwait(false)
                : throw new IntakeRefusedException(new Answer(Unreadable(context, files[0])));
        }
    }

    /// <summary>Finds the files that the backend refuses by sending each on its own: it does not name them.</summary>
    private async Task<IReadOnlyList<string>> SendApartAsync(TurnContext context, IReadOnlyList<UploadSource> files, CancellationToken cancellationToken)
    {
        var refused = new List<UploadSource>();
        foreach (var file in files)
        {
            try
            {
                await SendTogetherAsync(context, [file], cancellationToken).ConfigureAwait(false);
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.UnsupportedFile)
            {
                refused.Add(file);
            }
        }

        var sent = files.Except(refused).ToList();
        var notes = refused.ConvertAll(f => Unreadable(context, f));
        return sent.Exists(IsPlayed) || (sent.Count > 0 && !refused.Exists(IsPlayed))
            ? [.. notes.Select(n => context.Texts.Format("file.left-out", n))]
            : throw new IntakeRefusedException(new Answer(string.Join('\n', notes)));
    }

    private static string Unreadable(TurnContext context, UploadSource file) =>
        context.Texts.Format("file.unreadable", file.Name, FileTypes.List(context));

    private static bool IsPlayed(UploadSource file) => !file.MimeType.StartsWith("image/", StringComparison.Ordinal);

    private async Task SendTogetherAsync(TurnContext context, IReadOnlyList<UploadSource> files, CancellationToken cancellationToken)
    {
        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        await sessions.WhenAvailableAsync(
            context,
            async () =>
            {
                await context.StageAsync("stage.uploading", cancellationToken).ConfigureAwait(false);
                var progress = await FollowAsync(context, files, cancellationToken).ConfigureAwait(false);
                var uploaded = await context.Backend.UploadAsync(context.Caller, session, files, progress, cancellationToken).ConfigureAwait(false);
                BotMetrics.Transferred("uploaded", files.Sum(f => f.Size ?? 0));
                return uploaded;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<IProgress<long>?> FollowAsync(TurnContext context, IReadOnlyList<UploadSource> files, CancellationToken cancellationToken)
    {
        if (files.Any(f => f.Size is null))
        {
            return null;
        }

        var total = Math.Max(1, files.Sum(f => f.Size!.Value));
        var status = await context.StatusAsync(cancellationToken).ConfigureAwait(false);
        var since = clock.GetTimestamp();
        return new ImmediateProgress<long>(sent =>
        {
            var fraction = Math.Min(1, (double)sent / total);
            var elapsed = clock.GetElapsedTime(since);
            TimeSpan? left = elapsed > TimeSpan.FromSeconds(3) && fraction > 0.01 ? elapsed * ((1 - fraction) / fraction) : null;
            status.Progress(fraction, left);
        });
    }
}
