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
    string? VideoCodec);
