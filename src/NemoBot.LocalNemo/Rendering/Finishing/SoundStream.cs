using NemoBot.LocalNemo.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Finishing;

/// <summary>
/// Encoded sound that waits for its picture: a bare stream of AAC. Whoever writes an MP4 keeps the places of all its packets in memory,
/// 10 MB for an hour of sound; a stream has none, nor does it know where the encoder's silence ends and where the sound does.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Length">Samples that were encoded.</param>
internal sealed record SoundStream(string Path, long Length)
{
    /// <summary>Samples of a packet. The first packet holds nothing but the silence that the encoder begins with.</summary>
    private const int Packet = 1024;

    /// <summary>FFmpeg's arguments for it as an input.</summary>
    public IReadOnlyList<string> Input =>
        ["-itsoffset", FfmpegArguments.Number(-Packet / (double)SoundFormat.Rate), "-f", "aac", "-i", FfmpegArguments.FileName(Path)];

    /// <summary>FFmpeg's arguments for copying it: the last packet ends where the sound does.</summary>
    public IReadOnlyList<string> Copy =>
        Length % Packet is > 0 and var rest ? ["-bsf:a", $@"setts=duration=if(eq(N\,{(Length / Packet) + 1})\,{rest}*DURATION/{Packet}\,DURATION)"] : [];
}
