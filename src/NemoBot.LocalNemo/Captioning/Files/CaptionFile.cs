using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>The content of a caption file.</summary>
/// <param name="Format">What it was written as.</param>
/// <param name="Lines">Ordered by start. Without times (<see cref="HasTimes"/>) they are in the order of the file.</param>
internal sealed record CaptionFile(CaptionFormat Format, IReadOnlyList<CaptionLine> Lines)
{
    /// <summary>False for plain lines, whose times are all zero.</summary>
    public bool HasTimes { get; init; } = true;

    /// <summary>The song's title, if the file names it.</summary>
    public string? Title { get; init; }

    /// <summary>The song's artist, if the file names one.</summary>
    public string? Artist { get; init; }

    /// <summary>The encoding that the file was read in, for example <c>gb18030</c>.</summary>
    public string Encoding { get; init; } = "utf-8";
}
