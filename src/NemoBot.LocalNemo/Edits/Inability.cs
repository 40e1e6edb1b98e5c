namespace NemoBot.LocalNemo.Edits;

/// <summary>Known wishes that cannot be granted.</summary>
internal enum Inability
{
    /// <summary>Cut out filler words.</summary>
    FillerWords,

    /// <summary>Turn the picture.</summary>
    Rotate,

    /// <summary>Black and white and other picture effects.</summary>
    Filter,

    /// <summary>Letters of more than one color.</summary>
    LetterGradient,

    /// <summary>Underlined text.</summary>
    Underline,

    /// <summary>A shadow behind a text.</summary>
    Shadow,

    /// <summary>Captions with an outline that they do not have.</summary>
    CaptionOutline,

    /// <summary>Several versions of one request.</summary>
    Variants,

    /// <summary>Made-up voices and spoken text.</summary>
    Voice,

    /// <summary>Translated captions.</summary>
    Translate,

    /// <summary>Pictures or footage from elsewhere.</summary>
    Footage,

    /// <summary>Split vocals from music.</summary>
    Separate,

    /// <summary>Posting somewhere by itself.</summary>
    Publish,

    /// <summary>Reverb, equalizers and the like.</summary>
    SoundEffect,

    /// <summary>Another pitch.</summary>
    Pitch,

    /// <summary>A frame around a picture, or a picture cut round.</summary>
    Frame,

    /// <summary>Letters that move, blink, glow or stand below each other.</summary>
    TextMotion,

    /// <summary>Pictures by the time they were taken, by name or at random.</summary>
    PictureOrder,

    /// <summary>How fast a picture moves.</summary>
    MotionSpeed,

    /// <summary>How thick the line around letters is.</summary>
    OutlineWidth,

    /// <summary>A progress bar elsewhere, thicker or thinner.</summary>
    ProgressLook,

    /// <summary>A shaky video held still.</summary>
    Stabilize,

    /// <summary>A picture of the video held for a while.</summary>
    Freeze,

    /// <summary>More than one color in the picture of the sound.</summary>
    VisualGradient,

    /// <summary>More than one picture at a time, side by side.</summary>
    SplitScreen,

    /// <summary>Left or right instead of top, middle and bottom.</summary>
    Sideways,

    /// <summary>A part of the sound without any.</summary>
    MutePart,

    /// <summary>A part of the sound at another level.</summary>
    VolumePart,

    /// <summary>A part of the video at another speed.</summary>
    SpeedPart,

    /// <summary>A part of the video played backwards.</summary>
    ReversePart,

    /// <summary>Bars that are thicker or thinner.</summary>
    BarWidth,

    /// <summary>Music with a gap in the middle.</summary>
    MusicPart,

    /// <summary>Pictures of a slideshow that change with what is sung or said.</summary>
    PicturePerLine,

    /// <summary>A look of its own for one picture of a slideshow.</summary>
    SlideLook,

    /// <summary>Captions for a part of the video.</summary>
    CaptionPart,

    /// <summary>A color of its own for the box behind a text.</summary>
    PlateColor,

    /// <summary>Music by itself before or after the speech.</summary>
    MusicIntro,

    /// <summary>A still picture of the video as a file.</summary>
    Still,

    /// <summary>A record that turns faster or slower.</summary>
    SpinSpeed,

    /// <summary>A kind of file that is not made: WAV, MOV.</summary>
    Format,

    /// <summary>A pause or a black screen put between.</summary>
    Gap,

    /// <summary>A logo that stands in no corner.</summary>
    LogoPlace,

    /// <summary>A movement or another look of the picture that begins at a moment.</summary>
    Moment,

    /// <summary>Numbers that count down.</summary>
    Countdown,

    /// <summary>Faces or plates made unrecognizable.</summary>
    HiddenFace,

    /// <summary>A mark, a person or a thing that is part of the video that was sent taken away.</summary>
    Watermark,

    /// <summary>Posts, descriptions and scripts to be thought up.</summary>
    Writing,

    /// <summary>How many lines or words the captions show at a time.</summary>
    CaptionLines,

    /// <summary>A person without what is behind them, or before another picture.</summary>
    CutOut,

    /// <summary>A code to be scanned.</summary>
    ScanCode,

    /// <summary>Laughter, applause and other sounds that nobody sent.</summary>
    Sounds,

    /// <summary>Smoother skin, slimmer faces.</summary>
    Retouch,

    /// <summary>Flashes, shaking and glitches.</summary>
    Flash,

    /// <summary>Some of the repeats of a loop played backwards.</summary>
    ReverseRepeat,

    /// <summary>More or less distance between two texts.</summary>
    TextGap,

    /// <summary>The characters of captions exchanged, traditional for simplified.</summary>
    Script,

    /// <summary>A time for a picture that has no others beside it, or stands over a clip.</summary>
    PictureTime,

    /// <summary>A picture shown for a while, after which the one before comes back.</summary>
    PictureReturn,

    /// <summary>Another moment for a change of pictures, of which there are several.</summary>
    WhichPicture,

    /// <summary>A card by itself before or after the video.</summary>
    Card,

    /// <summary>Another size of the picture beside the text.</summary>
    PictureSize,
}
