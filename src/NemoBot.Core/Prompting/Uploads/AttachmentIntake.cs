using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Looks at files before any byte goes to the backend: the type by content, the size by skill. What the backend would refuse and
/// FFmpeg can read is converted; what is too large is compressed if the sender wishes it. Everything else is streamed from the
/// platform without a copy on disk.
/// </summary>
internal sealed class AttachmentIntake(PlatformDirectory platforms, IMediaTools media, SkillSelector chooser, IOptionsMonitor<UploadOptions> options)
{
    private const int HeadLength = 64 * 1024;

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
            var looked = await InspectAsync(context, attachments, notes, cancellationToken).ConfigureAwait(false);
            DropCaptions(context, looked, notes);
            if (await chooser.ChooseAsync(context, looked, cancellationToken).ConfigureAwait(false) is { } switched)
            {
                notes.Add(switched);
            }

            var files = new List<UploadSource>();
            foreach (var file in looked)
            {
                files.Add(await ReadyAsync(context, file, compress, folder, notes, cancellationToken).ConfigureAwait(false));
            }

            return new IntakeResult(files, notes);
        }
        catch (IntakeRefusedException problem)
        {
            return new IntakeResult([], [], problem.Answer);
        }
    }

    /// <summary>Identifies the files. One that never becomes usable is left out with a note if the others make a video without it.</summary>
    private async Task<List<InspectedAttachment>> InspectAsync(
        TurnContext context, IReadOnlyList<Attachment> attachments, List<string> notes, CancellationToken cancellationToken)
    {
        var usable = new List<InspectedAttachment>();
        var refused = new List<IntakeRefusedException>();
        foreach (var attachment in attachments)
        {
            try
            {
                usable.Add(await LookAsync(context, attachment, cancellationToken).ConfigureAwait(false));
            }
            catch (IntakeRefusedException problem) when (!problem.IsTransient)
            {
                refused.Add(problem);
            }
        }

        if (refused.Count > 0 && usable.Count < 2 && !usable.Exists(f => f.Type.Kind is MediaKind.Audio or MediaKind.Video))
        {
            throw refused[0];
        }

        notes.AddRange(refused.Select(r => context.Texts.Format("file.left-out", r.Answer.Text)));
        return usable;
    }

    /// <summary>A backend that cannot show captions still gets the files beside them.</summary>
    private static void DropCaptions(TurnContext context, List<InspectedAttachment> files, List<string> notes)
    {
        foreach (var file in files.Where(f => f.Type.Kind == MediaKind.Text && !FileTypes.BackendTakes(context, f.Type)).ToList())
        {
            if (files.Count == 1)
            {
                throw Refuse(context, "file.captions", file.Name);
            }

            files.Remove(file);
            notes.Add(context.Texts.Format("file.captions", file.Name));
        }
    }

    private async Task<InspectedAttachment> LookAsync(TurnContext context, Attachment attachment, CancellationToken cancellationToken)
    {
        var name = FileNames.Safe(attachment.Name, null);
        if (attachment.Size == 0)
        {
            throw Refuse(context, "file.empty", name);
        }

        var head = new byte[HeadLength];
        int length;
        SniffedType? type;
        string? foreign;
        try
        {
            var source = await platforms.For(context.Key).OpenAsync(context.Key, attachment, cancellationToken).ConfigureAwait(false);
            var stream = new CappedStream(source, long.MaxValue);
            await using (stream.ConfigureAwait(false))
            {
                length = await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                type = FileSniffer.Identify(head.AsSpan(0, length), name);
                if (type is { Kind: MediaKind.Video, Extension: "mp4" or "mov" or "3gp" } && await FarIndex.ReadAsync(source, cancellationToken).ConfigureAwait(false) is { } index)
                {
                    type = FileSniffer.Identify(index, name) ?? type;
                }

                foreign = ForeignContent.Identify(head.AsSpan(0, length), name);
                foreign ??= type is { Extension: "mp4" or "mov" or "m4a" or "3gp" } && await CutOffBoxes.AreInAsync(source, cancellationToken).ConfigureAwait(false)
                    ? "file.cut-off" : null;
            }
        }
        catch (AttachmentException exception)
        {
            throw exception.Problem switch
            {
                AttachmentProblem.TooLarge => Refuse(context, "file.platform-limit", name, ByteText.Of(exception.Limit ?? 0)),
                AttachmentProblem.Gone => Refuse(context, "file.gone", name),
                _ => new IntakeRefusedException(new Answer(context.Texts.Format("file.unreachable", name))) { IsTransient = true },
            };
        }

        if (length == 0)
        {
            throw Refuse(context, "file.empty", name);
        }

        if (foreign is not null)
        {
            throw Refuse(context, foreign, name);
        }

        return type is null or { Kind: MediaKind.Unknown } || (type.Kind == MediaKind.Text && !FileTypes.IsCaptions(type, attachment.Name ?? ""))
            ? throw Refuse(context, ForeignContent.FromName(name) ?? "file.not-media", name, FileTypes.List(context))
            : new InspectedAttachment(attachment, FileNames.Safe(name, type), type);
    }

    private async Task<UploadSource> ReadyAsync(
        TurnContext context, InspectedAttachment file, bool compress, WorkFolder folder, List<string> notes, CancellationToken cancellationToken)
    {
        var convert = !FileTypes.BackendTakes(context, file.Type);
        var tooLarge = file.Attachment.Size > context.Skill.MaxBytes;
        if (tooLarge && !compress)
        {
            throw TooLarge(context, file);
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

    private async Task<string> CompressAsync(
        TurnContext context, InspectedAttachment file, string path, bool compress, WorkFolder folder, List<string> notes, CancellationToken cancellationToken)
    {
        if (!compress)
        {
            throw TooLarge(context, file);
        }

        await context.StageAsync("stage.compressing", cancellationToken).ConfigureAwait(false);
        var progress = await ProgressAsync(context, cancellationToken).ConfigureAwait(false);
        var smaller = await media.CompressAsync(path, folder.Path, context.Skill.MaxBytes, progress, cancellationToken).ConfigureAwait(false)
            ?? throw Refuse(context, "file.too-large-to-compress", file.Name, ByteText.Of(context.Skill.MaxBytes));
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

    private static IntakeRefusedException TooLarge(TurnContext context, InspectedAttachment file) => new(new Answer(
        context.Texts.Format("file.too-large", file.Name, ByteText.Of(file.Attachment.Size ?? 0), ByteText.Of(context.Skill.MaxBytes)),
        file.Type.Kind is MediaKind.Audio or MediaKind.Video
            ? [new Button(ButtonIds.Of(ButtonIds.Compress, context.Turn.Id), context.Texts["button.compress"], ButtonStyle.Primary)]
            : []));

    private static IntakeRefusedException Refuse(TurnContext context, string key, params object[] values) =>
        new(new Answer(context.Texts.Format(key, values)));
}
