using NemoBot.Core.Media;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;
using NemoBot.Media.Covers;
using NemoBot.Media.Probing;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>Validates received files and stores them as assets of a session: all files of a request, or none.</summary>
internal sealed class UploadValidator(IMediaTools media, AssetStore assets, LocalNemoOptions options)
{
    /// <summary>A few samples make no sound.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private const int MaxCaptionBytes = 2 * 1024 * 1024;
    private static readonly string[] CaptionExtensions = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt"];

    private readonly CaptionReader _captions = new();

    /// <exception cref="UploadException">A file is not usable; no file of the request is stored.</exception>
    /// <param name="session">The session that the files are for.</param>
    /// <param name="files">The files; deleted afterwards.</param>
    /// <param name="linked">They were fetched from links: all that FFmpeg reads is taken, because nothing converted them before.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<AssetRecord>> StoreAsync(Session session, IReadOnlyList<ReceivedFile> files, bool linked, CancellationToken cancellationToken)
    {
        try
        {
            var records = new List<AssetRecord>();
            foreach (var file in files)
            {
                records.Add(await InspectAsync(session.Record, file, linked, cancellationToken));
            }

            foreach (var (record, file) in records.Zip(files))
            {
                await assets.AddAsync(record, file.Path, cancellationToken);
            }

            await session.UpdateAsync(s => s with { Assets = [.. s.Assets, .. records.Select(r => r.Id)] }, cancellationToken);
            if (session.IsErased)
            {
                foreach (var record in records)
                {
                    await assets.DropAsync(record.Id, cancellationToken);
                }
            }

            return records;
        }
        finally
        {
            foreach (var file in files)
            {
                File.Delete(file.Path);
            }
        }
    }

    private async Task<AssetRecord> InspectAsync(SessionRecord session, ReceivedFile file, bool linked, CancellationToken cancellationToken)
    {
        if (CaptionExtensions.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase))
        {
            return await InspectCaptionsAsync(session, file, cancellationToken);
        }

        await AnimatedWebp.TryReduceAsync(file.Path, cancellationToken);
        await WavPadding.TryAddAsync(file.Path, cancellationToken);
        await new CoverRepair(media).TryAsync(file.Path, cancellationToken);
        var facts = await ProbeAsync(file, cancellationToken);
        facts = NeedsConversion(facts) ? await ConvertAsync(file, cancellationToken) : facts;
        var usable = facts.Kind == MediaKind.Image ? facts is { Width: > 0, Height: > 0 } : facts.Duration >= Shortest;
        if (facts.Kind is MediaKind.Unknown or MediaKind.Text || !usable)
        {
            throw new UploadException(UploadProblem.Unsupported, $"{file.Name} is not an audio, video or picture file. {MediaTypes.Accepted}");
        }

        var extension = MediaTypes.ExtensionOf(facts) ?? (linked || options.AcceptAnyMedia
            ? ".bin" : throw new UploadException(UploadProblem.Unsupported, $"The type of {file.Name} is not taken. {MediaTypes.Accepted}"));
        return new AssetRecord(AssetIds.New(), session.UserId, session.SessionId, file.Name, extension, file.Size, file.Hash, facts);
    }

    private async Task<AssetRecord> InspectCaptionsAsync(SessionRecord session, ReceivedFile file, CancellationToken cancellationToken)
    {
        var captions = file.Size > MaxCaptionBytes ? null : _captions.Read(file.Name, await File.ReadAllBytesAsync(file.Path, cancellationToken));
        if (captions is null)
        {
            throw new UploadException(UploadProblem.Unsupported, $"There are no captions or lyrics in {file.Name}.");
        }

        var length = captions.HasTimes ? captions.Lines.Max(l => l.End) : TimeSpan.Zero;
        var facts = new MediaFacts(MediaKind.Text, captions.Format.ToString().ToLowerInvariant(), length, 0, 0, false, false, false, 0, null, null);
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        return new AssetRecord(AssetIds.New(), session.UserId, session.SessionId, file.Name, extension, file.Size, file.Hash, facts);
    }

    /// <summary>Joined files, rotated stills, and stills in formats of moving pictures, which the renderer cannot loop.</summary>
    private static bool NeedsConversion(MediaFacts facts) =>
        facts.IsJoined || facts.Kind == MediaKind.Image && (facts.Orientation != 1 || facts.Container is "gif" or "apng" || facts.Container.Contains("mp4", StringComparison.Ordinal));

    /// <summary>Replaces the file by an upright PNG or JPEG, by M4A or MP4.</summary>
    private async Task<MediaFacts> ConvertAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Path.GetDirectoryName(file.Path)!, Guid.NewGuid().ToString("N"));
        var converted = await OpenAsync(file, () => media.ConvertAsync(file.Path, folder, null, cancellationToken));
        try
        {
            File.Move(converted, file.Path, overwrite: true);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(converted)!, recursive: true);
        }

        return await ProbeAsync(file, cancellationToken);
    }

    private Task<MediaFacts> ProbeAsync(ReceivedFile file, CancellationToken cancellationToken) =>
        OpenAsync(file, () => media.ProbeAsync(file.Path, cancellationToken));

    private static async Task<T> OpenAsync<T>(ReceivedFile file, Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (MediaException e) when (e.Problem == MediaProblem.ToolMissing)
        {
            throw new UploadException(UploadProblem.NoTools, "FFmpeg is not installed.");
        }
        catch (MediaException e) when (e.Problem == MediaProblem.Killed)
        {
            throw new UploadException(UploadProblem.NotNow, e.Message);
        }
        catch (MediaException e) when (e.Problem == MediaProblem.DiskFull)
        {
            throw new UploadException(UploadProblem.NoSpace, "The disk is full.");
        }
        catch (MediaException e) when (e.Problem == MediaProblem.TooManyPixels)
        {
            throw new UploadException(UploadProblem.Unsupported, $"{file.Name} has too many pixels. Please send a picture with at most 10000 x 10000, a video with at most 7680 x 4320.");
        }
        catch (MediaException e) when (e.Problem is MediaProblem.TimedOut or MediaProblem.OverLimit)
        {
            throw new UploadException(UploadProblem.Unsupported, $"{file.Name} takes too much time or memory to open. Please send a smaller or shorter one.");
        }
        catch (MediaException)
        {
            throw new UploadException(
                UploadProblem.Unsupported, $"{file.Name} cannot be read: it is damaged, cut off, or not a media file. {MediaTypes.Accepted}");
        }
    }
}
