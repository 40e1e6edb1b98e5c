namespace NemoBot.Core.Media;

/// <summary>What probing found in a file.</summary>
/// <param name="Kind">By content, not by name.</param>
/// <param name="Container">The demuxer's name, for example <c>mp3</c> or <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
/// <param name="Duration">Length; zero for pictures.</param>
/// <param name="Width">Pixels of the picture, 0 if none.</param>
/// <param name="Height">Pixels of the picture, 0 if none.</param>
/// <param name="HasAudio">There is a decodable audio stream.</param>
/// <param name="HasVideo">There is a moving picture (a cover does not count).</param>
/// <param name="HasCover">There is an embedded picture.</param>
/// <param name="FrameRate">Frames per second, 0 if none.</param>
/// <param name="AudioCodec">For example <c>aac</c>.</param>
/// <param name="VideoCodec">For example <c>h264</c>.</param>
public sealed record MediaFacts(
    MediaKind Kind,
    string Container,
    TimeSpan Duration,
    int Width,
    int Height,
    bool HasAudio,
    bool HasVideo,
    bool HasCover,
    double FrameRate,
    string? AudioCodec,
    string? VideoCodec)
{
    /// <summary>The title in the file's tags; null if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The artist in the file's tags; null if there is none.</summary>
    public string? Artist { get; init; }

    /// <summary>The audio stream to use, counted among the audio streams: the best audible one.</summary>
    public int AudioTrack { get; init; }

    /// <summary>Channels of that stream, 0 if unknown.</summary>
    public int AudioChannels { get; init; }

    /// <summary>FFmpeg's name of its channel layout, for example <c>5.1(side)</c>; null if it has none.</summary>
    public string? AudioLayout { get; init; }

    /// <summary>How much later than the file its sound begins.</summary>
    public TimeSpan AudioStart { get; init; }

    /// <summary>The picture stream to use, counted among all streams: moving pictures, else the best cover; null if there is none.</summary>
    public int? PictureStream { get; init; }

    /// <summary>How wide a pixel is shown against its height.</summary>
    public double PixelAspect { get; init; } = 1;

    /// <summary>EXIF orientation, 1 to 8, that FFmpeg does not apply by itself.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Several whole files one behind the other, of which FFmpeg would play the first alone: it must be converted.</summary>
    public bool IsJoined { get; init; }

    /// <summary>How long its header says it is if it breaks off before; zero if it is whole.</summary>
    public TimeSpan PromisedDuration { get; init; }

    /// <summary>It breaks off, and nothing in it says how long it should be.</summary>
    public bool LacksEnd { get; init; }

    /// <summary>Frames per second over the whole length, also where some are left out; 0 if none.</summary>
    public double AverageFrameRate { get; init; }

    /// <summary>Frames hold two fields.</summary>
    public bool IsInterlaced { get; init; }

    /// <summary>How its colors are coded; null if the file does not say.</summary>
    public MediaColor? Color { get; init; }
}
