namespace NemoBot.LocalNemo.Drafts;

/// <summary>
/// The draft's keys. One-letter keys carry structure; a segment's <c>m</c> is human-readable, because the bot reports differences from it.
/// </summary>
internal static class DraftKeys
{
    public const string Tracks = "t";
    public const string TrackType = "tt";
    public const string Role = "r";
    public const string Segments = "sg";
    public const string Start = "s";
    public const string Length = "d";
    public const string SourceLength = "l";
    public const string Words = "w";
    public const string Metadata = "m";
    public const string Asset = "a";
    public const string From = "f";
    public const string End = "end";
    public const string OpenEnd = "open";
    public const string Peaks = "peaks";
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
    public const string Side = "side";
    public const string FadeIn = "fade_in";
    public const string FadeOut = "fade_out";
    public const string Waveform = "waveform";
    public const string Style = "style";
    public const string Background = "background";
    public const string Kind = "kind";
    public const string SecondColor = "color_2";
    public const string Fit = "fit";
    public const string Motion = "motion";
    public const string Focus = "focus";
    public const string Turns = "turns";
    public const string Mirrored = "mirrored";
    public const string Brightness = "brightness";
    public const string Contrast = "contrast";
    public const string Saturation = "saturation";
    public const string Warmth = "warmth";
    public const string Glow = "glow";
    public const string FullWidth = "full_width";
    public const string ProgressBar = "progress_bar";
    public const string ProgressColor = "progress_color";
    public const string Scene = "scene";
    public const string Mood = "mood";
    public const string Speed = "speed";
    public const string ClipVolume = "clip_volume";
    public const string VolumeChanges = "volume_changes";
    public const string Bleeps = "bleep";
    public const string Reversed = "reversed";
    public const string Loop = "loop";
    public const string Crossfade = "crossfade";
    public const string ClipFadeIn = "clip_fade_in";
    public const string ClipFadeOut = "clip_fade_out";
    public const string Delay = "delay";
    public const string Ducking = "ducking";
    public const string Normalize = "normalize";
    public const string Loudness = "loudness";
    public const string Denoise = "denoise";
    public const string Bass = "bass";
    public const string Treble = "treble";
    public const string TextRole = "role";
    public const string Outline = "outline";
    public const string Plate = "plate";
    public const string Bold = "bold";
    public const string Font = "font";
    public const string Italic = "italic";
    public const string Language = "language";
    public const string Source = "source";
    public const string Corner = "corner";
    public const string Margin = "margin";
    public const string Opacity = "opacity";
    public const string Mix = "mix";
    public const string Output = "output";
    public const string Format = "format";
    public const string Again = "again";
    public const string Formats = "formats";
    public const string MaxBytes = "max_bytes";
    public const string Artist = "artist";
    public const string SlideTiming = "slide_timing";
    public const string OwnLength = "own_length";
    public const string Each = "each";
    public const string Beats = "beats";
    public const string Captions = "captions";

    public const string PictureRole = "picture";
    public const string MainRole = "main";
    public const string VoiceRole = "voice";
    public const string MusicRole = "music";
    public const string SlideRole = "slide";
    public const string OverlayRole = "overlay";
    public const string TitleRole = "title";
    public const string CaptionRole = "caption";

    public const int VideoTrack = 0;
    public const int AudioTrack = 1;
    public const int TextTrack = 7;
}
