namespace NemoBot.LocalNemo.Language.Words;

/// <summary>Lists of words about texts: how they are written, in which letters, and what introduces them.</summary>
internal static class WritingLists
{
    /// <summary>Words for giving a title another text.</summary>
    public static IReadOnlySet<string> Renaming => WordLists.Of("Renaming");

    /// <summary>Small words that go on with a text without quotes, but never end it.</summary>
    public static IReadOnlySet<string> Joining => WordLists.Of("Joining");

    /// <summary>Nouns for the look of letters.</summary>
    public static IReadOnlySet<string> FontNouns => WordLists.Of("FontNouns");

    /// <summary>Words for slanted letters.</summary>
    public static IReadOnlySet<string> ItalicWords => WordLists.Of("ItalicWords");

    /// <summary>Words for letters with small feet.</summary>
    public static IReadOnlySet<string> SerifFonts => WordLists.Of("SerifFonts");

    /// <summary>Words for the usual letters.</summary>
    public static IReadOnlySet<string> SansFonts => WordLists.Of("SansFonts");

    /// <summary>Words for letters of one width.</summary>
    public static IReadOnlySet<string> MonoFonts => WordLists.Of("MonoFonts");

    /// <summary>Words for letters as if written by hand.</summary>
    public static IReadOnlySet<string> HandFonts => WordLists.Of("HandFonts");

    /// <summary>Words for any other font.</summary>
    public static IReadOnlySet<string> OtherFonts => WordLists.Of("OtherFonts");

    /// <summary>Words that say that a text is written wrong.</summary>
    public static IReadOnlySet<string> Misspelling => WordLists.Of("Misspelling");

    /// <summary>Words for any text on the picture.</summary>
    public static IReadOnlySet<string> Texts => WordLists.Of("Texts");

    /// <summary>Words before a text that is to be shown, wherever they are.</summary>
    public static IReadOnlySet<string> Introducing => WordLists.Of("Introducing");

    /// <summary>Days, feasts and the like, which a name may begin with.</summary>
    public static IReadOnlySet<string> BeginningsOfNames => WordLists.Of("BeginningsOfNames");

    /// <summary>Words for how a text looks or moves: what is before them is no text.</summary>
    public static IReadOnlySet<string> Effects => WordLists.Of("Effects");

    /// <summary>Words for putting a text on the picture.</summary>
    public static IReadOnlySet<string> Writing => WordLists.Of("Writing");

    /// <summary>Words for the title that a song file names.</summary>
    public static IReadOnlySet<string> TagNames => WordLists.Of("TagNames");

    /// <summary>Words for captions as a file of their own.</summary>
    public static IReadOnlySet<string> CaptionFiles => WordLists.Of("CaptionFiles");

    /// <summary>Names of languages.</summary>
    public static IReadOnlySet<string> Tongues => WordLists.Of("Tongues");
}
