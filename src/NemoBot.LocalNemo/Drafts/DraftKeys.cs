namespace NemoBot.LocalNemo.Drafts;

/// <summary>
/// The draft's keys. The one-letter ones carry structure; what stands in a segment's <c>m</c> is written so that people can read it,
/// because the bot tells differences by it.
/// </summary>
internal static class DraftKeys
{
    public const string Tracks = "t";
    public const string TrackType = "tt";
    public const string Role = "r";
    public const string Segments = "sg";
    public const string Start = "s";
    public const string Length = "d";
    public const string Metadata = "m";
    public const string Asset = "a";
    public const string From = "f";
    public const string OpenEnd = "open";
    public const string Canvas = "canvas";
    public const string Width = "width";
    public const string Height = "height";
    public const string FrameRate = "fps";

    public const string Name = "name";
    public const string Title = "title";
    public const string Text = "text";
    public const string Volume = "volume";
    public const string Color = "color";
    public const string Size = "size";
    public const string Position = "position";
    public const string FadeIn = "fade_in";
    public const string FadeOut = "fade_out";
    public const string Waveform = "waveform";
    public const string Style = "style";
    public const string Background = "background";
    public const string Kind = "kind";
    public const string SecondColor = "color_2";

    public const string PictureRole = "picture";
    public const string MainRole = "main";
    public const string VoiceRole = "voice";
    public const string MusicRole = "music";
    public const string TitleRole = "title";

    public const int VideoTrack = 0;
    public const int AudioTrack = 1;
    public const int TextTrack = 7;
}
