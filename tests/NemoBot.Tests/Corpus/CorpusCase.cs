namespace NemoBot.Tests.Corpus;

/// <summary>A file to make and what it must become.</summary>
/// <param name="Name">Its name; the extension chooses the container.</param>
/// <param name="Kind">What is special about it, for the summary.</param>
/// <param name="Arguments">FFmpeg's arguments behind the inputs; empty for a still that needs none.</param>
internal sealed record CorpusCase(string Name, string Kind, string Arguments)
{
    /// <summary>Frame size of the source.</summary>
    public int Width { get; init; } = 160;

    /// <summary>Frame size of the source.</summary>
    public int Height { get; init; } = 120;

    /// <summary>Frames per second of the source.</summary>
    public string Rate { get; init; } = "25";

    /// <summary>Filters of the source picture.</summary>
    public string Filters { get; init; } = "";

    /// <summary>Quarter turns to the left that the file asks for.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Width of a pixel against its height.</summary>
    public double PixelAspect { get; init; } = 1;

    /// <summary>The file has sound.</summary>
    public bool HasSound { get; init; } = true;

    /// <summary>Seconds that the codec's own delay may add to the onset.</summary>
    public double Delay { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
