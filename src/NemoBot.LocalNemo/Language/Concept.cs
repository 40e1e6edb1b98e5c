namespace NemoBot.LocalNemo.Language;

/// <summary>What a word or phrase means, in any language. The words themselves are in <c>vocabulary.json</c> under the same names.</summary>
internal enum Concept
{
    /// <summary>Nothing known.</summary>
    None,

    Title, AllOf, Captions, Background, Image, Cover, Gradient, ColorWord, Waveform, Bars, Line, Spectrum, Visuals, Beat, Mood, Chorus,
    Music, Voice, Video, Volume, Whole,

    Add, Another, Change, Remove, Keep, Trim, Cut, Merge, Append, Replace, Mute, Undo, Again,

    Bigger, Smaller, Large, Small, Huge, Tiny, Louder, Quieter, FadeIn, FadeOut, FadeBoth,
    Top, Middle, Bottom, Portrait, Landscape, Square,

    From, To, At, After, Before, For, First, Last, Begin, End, It, Called, And, Then,

    Greeting, Thanks, Help, HowLong, InsteadOf, Filler,
}
