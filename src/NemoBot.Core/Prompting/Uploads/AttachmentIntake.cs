using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Makes files ready before any byte goes to the backend: the type by content, the size by skill. What the backend would refuse and
/// FFmpeg can read is converted; what is too large is compressed if the sender wishes it. Everything else is streamed from the
/// platform without a copy on disk.
/// </summary>
internal sealed class AttachmentIntake(
    AttachmentInspector inspector, PlatformDirectory platforms, IMediaTools media, SkillSelector chooser, IOptionsMonitor<UploadOptions> options)
{
    /// <param name="context">The turn.</param>
    /// <param name="attachments">What came.</param>
    /// <param name="compress">The sender agreed to have too large files compressed.</param>
    /// <param name="folder">For converted files; must live until the upload is done.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IntakeResult> PrepareAsync(
        TurnContext context, IReadOnlyList<Attachment> attachments, bool compress, WorkFolder folder, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        try
        {
            var looked = await inspector.InspectAsync(context, attachments, notes, cancellationToken).ConfigureAwait(false);
            if (await chooser.ChooseAsync(context, looked, cancellationToken).ConfigureAwait(false) is { } switched)
            {
                notes.Add(switched);
            }

            return new IntakeResult(await ReadyAllAsync(context, looked, compress, folder, notes, cancellationToken).ConfigureAwait(false), notes);
        }
        catch (IntakeRefusedException problem)
        {
            return new IntakeResult([], [], problem.Answer);
        }
    }

    /// <summary>Makes the files ready to be sent. One that turns out to be damaged is left out with a note if the others make a video without it.</summary>
    private async Task<List<UploadSource>> ReadyAllAsync(
        TurnContext context, List<InspectedAttachment> looked, bool compress, WorkFolder folder, List<string> notes, CancellationToken cancellationToken)
    {
        List<UploadSource> files = [];
        List<InspectedAttachment> usable = [];
        List<IntakeRefusedException> refused = [];
        foreach (var file in looked)
        {
            try
            {
                files.Add(await ReadyAsync(context, file, compress, folder, notes, cancellationToken).ConfigureAwait(false));
                usable.Add(file);
            }
            catch (MediaException exception) when (exception.Problem == MediaProblem.Unreadable)
            {
                refused.Add(IntakeRefusedException.Of(context, "file.unreadable", file.Name, FileTypes.List(context)));
            }
        }

        AttachmentInspector.LeaveOut(context, refused, usable, notes);
        return files;
    }

    private async Task<UploadSource> ReadyAsync(
        TurnContext context, InspectedAttachment file, bool compress, WorkFolder folder, List<string> notes, CancellationToken cancellationToken)
    {
        var convert = !FileTypes.BackendTakes(context, file.Type);
        var tooLarge = file.Attachment.Size > context.Skill.MaxBytes;
        if (tooLarge && !compress)
        {
            throw TooLarge(context, file, file.Attachment.Size!.Value);
        }

        if (!convert && !tooLarge)
        {
            var limit = context.Skill.MaxBytes;
            return new UploadSource(file.Name, file.Type.MimeType, file.Attachment.Size, async token =>
                new CappedStream(await platforms.For(context.Key).OpenAsync(context.Key, file.Attachment, token).ConfigureAwait(false), limit));
        }

        var path = await SpoolAsync(context, file, folder, cancellationToken).ConfigureAwait(false);
        if (convert)
        {
            await context.StageAsync("stage.converting", cancellationToken).ConfigureAwait(false);
            if (file.Type.Kind == MediaKind.Audio)
            {
                // The converted file no longer says so.
                AddBreak(context, file.Name, await media.ProbeAsync(path, cancellationToken).ConfigureAwait(false), notes);
            }

            path = await media.ConvertAsync(path, folder.Path, await ProgressAsync(context, cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
            notes.Add(context.Texts.Format("file.converted", file.Name, Path.GetExtension(path).TrimStart('.').ToUpperInvariant()));
        }

        if (new FileInfo(path).Length > context.Skill.MaxBytes)
        {
            path = await CompressAsync(context, file, path, compress, folder, notes, cancellationToken).ConfigureAwait(false);
        }

        return FromDisk(file, path);
    }

    private static void AddBreak(TurnContext context, string name, MediaFacts facts, List<string> notes)
    {
        if (facts.PromisedDuration > TimeSpan.Zero)
        {
            notes.Add(context.Texts.Format("file.breaks-off", name, ProgressText.Clock(facts.Duration), ProgressText.Clock(facts.PromisedDuration)));
        }
        else if (facts.LacksEnd)
        {
            notes.Add(context.Texts.Format("file.lacks-end", name, ProgressText.Clock(facts.Duration)));
        }
    }

    private async Task<string> CompressAsync(
        TurnContext context, InspectedAttachment file, string path, bool compress, WorkFolder folder, List<string> notes, CancellationToken cancellationToken)
    {
        if (!compress)
        {
            throw TooLarge(context, file, file.Attachment.Size ?? new FileInfo(path).Length);
        }

        await context.StageAsync("stage.compressing", cancellationToken).ConfigureAwait(false);
        var progress = await ProgressAsync(context, cancellationToken).ConfigureAwait(false);
        var smaller = await media.CompressAsync(path, folder.Path, context.Skill.MaxBytes, progress, cancellationToken).ConfigureAwait(false)
            ?? throw IntakeRefusedException.Of(context, "file.too-large-to-compress", file.Name, ByteText.Of(context.Skill.MaxBytes));
        notes.Add(context.Texts.Format("file.compressed", file.Name, ByteText.Of(new FileInfo(smaller).Length)));
        return smaller;
    }

    private async Task<string> SpoolAsync(TurnContext context, InspectedAttachment file, WorkFolder folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Path, $"in-{Guid.NewGuid():N}.{file.Type.Extension}");
        var source = await platforms.For(context.Key).OpenAsync(context.Key, file.Attachment, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var capped = new CappedStream(source, options.CurrentValue.LargestSpool);
            await using (capped.ConfigureAwait(false))
            {
                var target = File.Create(path);
                await using (target.ConfigureAwait(false))
                {
                    await capped.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return path;
    }

    private static async Task<IProgress<double>> ProgressAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var status = await context.StatusAsync(cancellationToken).ConfigureAwait(false);
        return new ImmediateProgress<double>(fraction => status.Progress(fraction, null));
    }

    private static UploadSource FromDisk(InspectedAttachment file, string path)
    {
        var extension = Path.GetExtension(path).TrimStart('.');
        return new UploadSource(
            Path.ChangeExtension(file.Name, extension),
            FileTypes.MimeOf(extension),
            new FileInfo(path).Length,
            _ => Task.FromResult<Stream>(File.OpenRead(path)));
    }

    private static IntakeRefusedException TooLarge(TurnContext context, InspectedAttachment file, long size) => new(new Answer(
        context.Texts.Format("file.too-large", file.Name, ByteText.Of(size), ByteText.Of(context.Skill.MaxBytes)),
        file.Type.Kind is MediaKind.Audio or MediaKind.Video
            ? [new Button(ButtonIds.Of(ButtonIds.Compress, context.Turn.Id), context.Texts["button.compress"], ButtonStyle.Primary)]
            : []));
}
