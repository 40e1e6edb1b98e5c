using System.Runtime.InteropServices;
using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>Chooses among several tracks: the best one that can be decoded and heard, the best cover that can be seen.</summary>
internal sealed class TrackChoice(MediaProcesses processes, string path)
{
    /// <summary>About -60 dB.</summary>
    private const int Audible = 33;

    /// <summary>Most of a track that is searched for sound, in seconds.</summary>
    private const int MostSearched = 600;

    /// <summary>Tracks that are tried; real files have a handful, and each try starts a process.</summary>
    private const int MostTries = 32;

    /// <summary>The facts with the tracks that are used from here on.</summary>
    public async Task<MediaFacts> ChooseAsync(ProbeResult result, CancellationToken cancellationToken)
    {
        var facts = result.Facts;
        if (result.Covers.Count > 0)
        {
            facts = await FindCoverAsync(result, cancellationToken).ConfigureAwait(false);
        }

        var heard = result.Sounds.Count < 2 ? facts : await FindSoundAsync(result, facts, cancellationToken).ConfigureAwait(false);
        return await IsLowFrequencyAloneAsync(heard, cancellationToken).ConfigureAwait(false) ? heard with { AudioLayout = SoundInput.LowFrequencyAlone } : heard;
    }

    private async Task<MediaFacts> FindCoverAsync(ProbeResult result, CancellationToken cancellationToken)
    {
        foreach (var cover in result.Covers.Take(MostTries))
        {
            if (await IsSeenAsync(cover, cancellationToken).ConfigureAwait(false))
            {
                return cover;
            }
        }

        return result.WithoutCover;
    }

    private async Task<MediaFacts> FindSoundAsync(ProbeResult result, MediaFacts facts, CancellationToken cancellationToken)
    {
        foreach (var sound in result.Sounds.Take(MostTries))
        {
            if (await IsHeardAsync(sound, [], cancellationToken).ConfigureAwait(false))
            {
                return facts with
                {
                    AudioCodec = sound.AudioCodec,
                    AudioTrack = sound.AudioTrack,
                    AudioChannels = sound.AudioChannels,
                    AudioLayout = sound.AudioLayout,
                    AudioStart = sound.AudioStart,
                };
            }
        }

        return facts;
    }

    /// <summary>Mixing down to stereo leaves the low-frequency channel out, as the standards say; some recordings have nothing else.</summary>
    private async Task<bool> IsLowFrequencyAloneAsync(MediaFacts facts, CancellationToken cancellationToken) =>
        facts.AudioLayout?.Contains(".1", StringComparison.Ordinal) == true
        && !await IsHeardAsync(facts, ["-ac", "2"], cancellationToken).ConfigureAwait(false)
        && await IsHeardAsync(facts, [], cancellationToken).ConfigureAwait(false);

    private async Task<bool> IsSeenAsync(MediaFacts facts, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-xerror", .. FfmpegArguments.Progress, .. FfmpegArguments.Input(path),
            "-map", PictureInput.Map(facts), "-frames:v", "1", "-f", "null", "-",
        ];
        try
        {
            var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
            await processes.RunAsync(command, TimeSpan.Zero, null, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed or MediaProblem.OverLimit)
        {
            return false;
        }
    }

    /// <summary>Decodes a track until something is heard.</summary>
    private async Task<bool> IsHeardAsync(MediaFacts facts, string[] options, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-vn", .. FfmpegArguments.Input(path), "-map", $"0:a:{facts.AudioTrack}", "-t", $"{MostSearched}", .. options,
            "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        await using var running = process.ConfigureAwait(false);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await process.Output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)) > 1)
        {
            if (MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, read & ~1)).ContainsAnyExceptInRange((short)-Audible, (short)Audible))
            {
                return true;
            }
        }

        return false;
    }
}
