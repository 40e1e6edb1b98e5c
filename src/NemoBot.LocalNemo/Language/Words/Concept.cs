namespace NemoBot.LocalNemo.Language.Words;

/// <summary>The meaning of a word or phrase in any language. The words are in <c>vocabulary.json</c> under the same names.</summary>
internal enum Concept
{
    /// <summary>Nothing known.</summary>
    None,

    // Texts.
    Title, Captions, Lyrics, Transcript, Srt, LineWord, Karaoke, Boxed, Classic, QuoteCard, Artist,

    // Pictures and what is behind them.
    Background, BackgroundImage, Image, Images, Slideshow, Cover, Gradient, Video, Logo, Margin, ProgressBar, Scene, Flow, Light,
    Shapes, Footage, CutOut, Still, PerLine, SplitScreen,

    // The picture of the sound.
    Waveform, Bars, MirroredBars, Line, Spectrum, Circle, Blocks, Particles, OtherVisual, Visuals, FullWidth,

    // Sounds.
    Music, MusicIntro, MusicOutro, MusicAround, Voice, Episode, Recording, SoundEffect, Volume, SilenceNoun, FillerWords, Noise, LoudnessWord,
    SyntheticVoice, Chorus, Teaser, Beat, OnBeat, Bass, Treble,

    // What happens to sounds.
    Denoise, Crossfade, Mute, Unmute, Bleep, Duck, Overpower, WhileSpeaking, Louder, Quieter, TurnUp, TurnDown, FadeIn, FadeOut,
    FadeBoth, Pitch, Separate,

    // Changes.
    Add, Use, Let, Move, Change, Remove, Keep, Trim, Crop, Cut, HardCut, Merge, Append, Replace, Swap, Order, Touch, Translate,
    Publish, Stabilize, Freeze,

    // Versions.
    Undo, Redo, VersionWord, Original, OriginalWord, StartOver, Variants, Another,

    // Speed and direction of time.
    Reverse, Loop, SpeedWord, Faster, Slower, Double, Half, NormalSpeed,

    // Looks.
    ColorWord, Font, Underline, Outline, Shadow, Plate, Filter, Bold, Glow, Opacity, Mood, MoodWord, Vague, LightTheme, DarkTheme,
    Darker, DarkWord, LightWord, Capitals, Lowercase, TitleCase, BlackWhite, OwnColors, Sepia, Brighter, Dim, BrightnessWord,
    ContrastWord, SaturationWord, WarmTone, CoolTone,

    // How a picture fills the frame and moves.
    Zoom, ZoomOut, Pan, Fill, Blur, Letterbox, Card, ShowWhole, Rotate, Degrees, Mirror, UpsideDown, Spin, Tilt, Vinyl, Clockwise,
    CounterClockwise,

    // Sizes.
    Bigger, Smaller, Taller, Thinner, Large, Small, Huge, Tiny,

    // Places.
    Under, Top, Middle, Bottom, TopLeft, TopRight, BottomLeft, BottomRight, CornerWord, Left, Right, OtherSide, Upward, Downward,
    Everywhere, UpperOne, LowerOne,

    // Times.
    Later, Earlier, From, To, At, After, Before, First, Last, Begin, End, FirstHalf, LastHalf, FirstThird, LastThird,
    FirstQuarter, LastQuarter, Halfway, BothEnds, HowLong, TooLong,

    // Shapes, platforms and files.
    Portrait, Landscape, Square, TikTok, Reels, Shorts, Story, YouTube, Instagram, Xiaohongshu, SpotifyCanvas, Spotify, Podcasts,
    Broadcast, SocialMedia, Gif, AudioOnly, Mp4, Export, FullHd, FrameRateWord, SmallerFile, NoSizeLimit,

    // Words between.
    AllOf, Whole, Each, For, It, OtherOne, Called, ByName, And, Then, But, Not, InsteadOf, Only, Reason, Useless, Filler,

    // Talk and questions.
    Yes, No, Greeting, Thanks, Help, WhatChanged, WhyDark, WhyQuiet, WhatsThere, WhatFormat, WhichTitles, WhichFiles,
    WhichVersions, QuestionWord, CanYou, WhatSize, WhatLimits, WhatCost, WhatDownload, WhatPrivacy,
}
