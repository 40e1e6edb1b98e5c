namespace NemoBot.LocalNemo.Language.Words;

/// <summary>The meaning of a word or phrase in any language. The words are in <c>vocabulary.json</c> under the same names.</summary>
internal enum Concept
{
    /// <summary>Nothing known.</summary>
    None,

    Title, AllOf, Captions, Lyrics, Transcript, Srt, Background, BackgroundImage, Image, Images, Slideshow, Cover, Gradient, ColorWord,
    Waveform, Bars, MirroredBars, Line, Spectrum, Circle, Blocks, Particles, OtherVisual, Visuals, Scene, Flow, Light, Shapes, Beat, OnBeat, Mood,
    MoodWord, Chorus, Teaser, Music, Voice, Episode, Video, Volume, Whole, Logo, Margin, ProgressBar, SilenceNoun, FillerWords, Noise, Denoise,
    LoudnessWord, Crossfade, Zoom, ZoomOut, Pan, Fill, Blur, Letterbox, Card, Gif, AudioOnly, Mp4, Font, Underline, Outline, Shadow, Plate, Filter, Rotate,
    Degrees, Translate, SplitScreen, Footage, Separate, Pitch, Publish, Still, Variants, Another, Add, Use, Let, Move, Change, Remove, Keep, Trim,
    Crop, Cut, Merge, Append, Replace, Swap, Order, Mute, Unmute, Bleep, Bass, Treble, Undo, Redo, VersionWord, Original, StartOver, Reverse, Loop, SpeedWord,
    Faster, Slower, Double, Half, Each, Duck, WhileSpeaking, Under, Later, Earlier, Everywhere, LineWord, Karaoke, Boxed, Classic, Bigger,
    Smaller, Taller, Thinner, Bold, Glow, Large, Small, Huge, Tiny, Louder, Quieter, TurnUp, TurnDown, FadeIn, FadeOut, FadeBoth, Top,
    Middle, Bottom, TopLeft, TopRight, BottomLeft, BottomRight, CornerWord, Left, Right, Upward, Downward, Opacity, Portrait, Landscape,
    Square, TikTok, Reels, Shorts, Story, YouTube, Instagram, Xiaohongshu, SpotifyCanvas, Spotify, Podcasts, Broadcast, SocialMedia, From,
    To, At, After, Before, For, First, Last, Begin, End, It, OtherOne, Called, ByName, And, Then, But, Yes, No, Not, Greeting, Thanks, Help,
    HowLong, WhatChanged, WhyDark, WhyQuiet, WhatsThere, WhatFormat, WhichTitles, WhichFiles, WhichVersions, QuestionWord, CanYou,
    InsteadOf, Vague, LightTheme, DarkTheme, Darker, Recording, QuoteCard, Export, Only, DarkWord, LightWord, Artist, OriginalWord,
    NormalSpeed, SyntheticVoice, FirstHalf, LastHalf, FirstThird, LastThird, FirstQuarter, LastQuarter, Halfway, BothEnds, Useless, TooLong, ShowWhole, UpperOne, LowerOne, Reason, FullHd, FrameRateWord, Touch, Capitals, Lowercase, TitleCase, WhatSize, WhatLimits, WhatCost, WhatDownload, WhatPrivacy, Overpower, SoundEffect, SmallerFile, NoSizeLimit, HardCut, OtherSide, MusicIntro,
    BlackWhite, OwnColors, Sepia, Brighter, Dim, BrightnessWord, ContrastWord, SaturationWord, WarmTone, CoolTone, Mirror, UpsideDown, Spin, Tilt, Vinyl, FullWidth, Clockwise, CounterClockwise, Stabilize, Filler,
}
