using NemoBot.Core.Media;
using NemoBot.Media.Heif;
using NemoBot.Media.Inputs;
using NemoBot.Media.Movies;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>Finds out what a file is and whether it is whole.</summary>
internal sealed class MediaProbe(MediaProcesses processes)
{
    private static readonly string[] RawContainers = ["aac", "loas", "ac3", "eac3", "amr", "dts", "mlp", "truehd"];
    private static readonly TimeSpan MostAddedSilence = TimeSpan.FromSeconds(0.5);
    private readonly HeaderReader _headers = new(processes);
    private readonly KnownFiles _known = new();

    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await processes.WithinAsync(processes.Options.ProbeTimeout, token => InspectAsync(path, token), cancellationToken).ConfigureAwait(false);
        }
        catch (MediaException e) when (e.Problem == MediaProblem.Failed)
        {
            // Whatever words FFmpeg has for it: a file that it cannot open cannot be read.
            throw new MediaException(MediaProblem.Unreadable, e.Message);
        }
    }

    /// <summary>Reads the headers only, which is enough for a file that this machine or the backend has just written.</summary>
    public async Task<(int Width, int Height, TimeSpan Duration)> GlanceAsync(string path, CancellationToken cancellationToken)
    {
        if (await MovieHeader.ReadAsync(path, cancellationToken).ConfigureAwait(false) is { Width: > 0, Height: > 0 } movie)
        {
            return (movie.Width, movie.Height, movie.Picture > movie.Sound ? movie.Picture : movie.Sound);
        }

        var facts = (await _headers.ReadAsync(path, cancellationToken).ConfigureAwait(false)).Facts;
        return (facts.Width, facts.Height, facts.Duration);
    }

    private async Task<MediaFacts> InspectAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            throw new MediaException(MediaProblem.Unreadable, "The file is empty or missing.");
        }

        if (await TextSniffer.FindAsync(path, cancellationToken).ConfigureAwait(false) is { } text)
        {
            return text;
        }

        if (await HeifReader.TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } picture)
        {
            return HeifConverter.Describe(picture);
        }

        return await _known.GetAsync(path, () => ReadAsync(path, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MediaFacts> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var result = await _headers.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        if (result.Facts.Kind == MediaKind.Image)
        {
            return await CheckPictureAsync(path, result.Facts, cancellationToken).ConfigureAwait(false);
        }

        var choice = new TrackChoice(processes, path);
        var facts = await choice.ChooseAsync(result, cancellationToken).ConfigureAwait(false);
        if (await JoinedFile.ReadAsync(_headers, path, facts, cancellationToken).ConfigureAwait(false) is { } joined)
        {
            facts = facts with { Duration = joined.Duration, IsJoined = true };
            LengthCheck.Require(facts, new FileInfo(path).Length);
            return facts;
        }

        var measured = await MeasureAsync(path, facts, cancellationToken).ConfigureAwait(false);
        measured = measured with { PromisedDuration = await PromisedLength.FindAsync(path, facts, measured.Duration, cancellationToken).ConfigureAwait(false) };
        measured = measured with { LacksEnd = measured.Container == "ogg" && await OggEnd.IsCutAsync(path, cancellationToken).ConfigureAwait(false) };
        LengthCheck.Require(measured, new FileInfo(path).Length);
        return await TrimAsync(path, measured, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes through the packets without decoding them: headers lie about the length (MP3 with a variable rate, streams saved to a
    /// file), and a file that was cut off still promises all of it.
    /// </summary>
    private async Task<MediaFacts> MeasureAsync(string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Progress, .. FfmpegArguments.Input(path),
            "-map", "0:V:0?", "-map", $"0:a:{facts.AudioTrack}?", "-c", "copy", "-f", "null", "-",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        var measured = await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        if (measured <= TimeSpan.Zero)
        {
            throw new MediaException(MediaProblem.Unreadable, "There is nothing in the file.");
        }

        var doubtful = await FindDoubtfulAsync(path, facts, measured, cancellationToken).ConfigureAwait(false);
        var isIndexed = facts.Duration > TimeSpan.Zero && IsIndexed(facts);
        var isExact = isIndexed || (facts.Duration - measured).Duration() < TimeSpan.FromMilliseconds(200);
        return doubtful is not null || !isExact ? facts with { Duration = doubtful ?? measured } : facts;
    }

    private static bool IsIndexed(MediaFacts facts) => facts.Container.Contains("mp4", StringComparison.Ordinal);

    /// <summary>The length of a file whose header guesses it or promises too much; null if the header is to be believed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="facts">What its header says.</param>
    /// <param name="measured">The end of its packets.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    private static async Task<TimeSpan?> FindDoubtfulAsync(string path, MediaFacts facts, TimeSpan measured, CancellationToken cancellationToken)
    {
        // The last picture may be shown for long: few packets alone say nothing.
        if (IsIndexed(facts) && facts.Duration - measured > TimeSpan.FromSeconds(1) && measured < 0.9 * facts.Duration
            && await PromisedLength.HasMoreInIndexAsync(path, cancellationToken).ConfigureAwait(false))
        {
            return measured;
        }

        // Packets end with the start of the last picture, which may be shown for seconds.
        if (facts.Container is "apng" or "gif")
        {
            var shown = facts.Container == "apng" ? await ApngLength.ReadAsync(path, cancellationToken).ConfigureAwait(false) : facts.Duration;
            return shown > measured ? shown : measured;
        }

        // Without a count of the frames, the length of an MP3 is guessed from its bit rate.
        if (facts.Container == "mp3" && await LameHeader.ReadLengthAsync(path, cancellationToken).ConfigureAwait(false) is null)
        {
            return measured;
        }

        // Raw frames have no header: their length is guessed from the first ones.
        return !RawContainers.Contains(facts.Container) ? null
            : facts.Container == "aac" && await AdtsLength.ReadIfMixedAsync(path, cancellationToken).ConfigureAwait(false) is { } mixed ? mixed
            : measured;
    }

    /// <summary>Leaves out the silence that an encoder added. Joined files have the header of the first one, which is far too short.</summary>
    private static async Task<MediaFacts> TrimAsync(string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        var exact = facts.Container == "mp3" ? await LameHeader.ReadLengthAsync(path, cancellationToken).ConfigureAwait(false) : null;
        return exact is { } length && length < facts.Duration && facts.Duration - length < MostAddedSilence ? facts with { Duration = length } : facts;
    }

    /// <summary>A picture that does not decode would only be noticed in the middle of a render.</summary>
    private async Task<MediaFacts> CheckPictureAsync(string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-xerror", .. FfmpegArguments.Progress, .. FfmpegArguments.Input(path),
            "-map", PictureInput.Map(facts), "-frames:v", "1", "-f", "null", "-",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
        var orientation = await Orientation.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        return orientation < 5 ? facts with { Orientation = orientation } : facts with { Orientation = orientation, Width = facts.Height, Height = facts.Width };
    }
}
