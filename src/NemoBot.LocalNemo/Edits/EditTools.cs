using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The services that edits may ask. A service that is missing makes the edit say what it cannot do.</summary>
internal sealed record EditTools
{
    /// <summary>Silences, tempo, sections and loudness.</summary>
    public ISoundAnalyzer? Sound { get; init; }

    /// <summary>Captions from speech, files and text.</summary>
    public ICaptionTools? Captions { get; init; }

    /// <summary>The installed fonts.</summary>
    public IFontFamilies? Fonts { get; init; }

    /// <summary>The colors that things are shown in.</summary>
    public IShownColors? Colors { get; init; }

    /// <summary>Progress of a slow edit, 0 to 1.</summary>
    public IProgress<double> Progress { get; init; } = new Progress<double>();
}
