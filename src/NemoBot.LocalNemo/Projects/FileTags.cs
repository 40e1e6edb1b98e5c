namespace NemoBot.LocalNemo.Projects;

/// <summary>The tags of a finished file.</summary>
/// <param name="Title">Null: none.</param>
/// <param name="Artist">Null: none.</param>
/// <param name="Cover">Path of a JPEG; null: none.</param>
internal sealed record FileTags(string? Title, string? Artist, string? Cover)
{
    private const int Longest = 120;

    /// <summary>FFmpeg's arguments for the texts.</summary>
    public IReadOnlyList<string> Labels =>
    [
        .. Title is null ? [] : (string[])["-metadata", "title=" + Title],
        .. Artist is null ? [] : (string[])["-metadata", "artist=" + Artist],
    ];

    /// <summary>The title of the work: what was asked for, else what is shown, else what its sound is called.</summary>
    public static string? TitleOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Flat(project.Output.Title ?? Shown(project, TitleRole.Title) ?? Shown(project, TitleRole.Text) ?? MainOf(project)?.Facts.Title);
    }

    /// <summary>Who made it, found the same way.</summary>
    public static string? ArtistOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Flat(project.Output.Artist ?? Shown(project, TitleRole.Artist) ?? MainOf(project)?.Facts.Artist);
    }

    private static string? Shown(Project project, TitleRole role) => project.Titles.FirstOrDefault(t => t.Role == role)?.Text;

    private static Asset? MainOf(Project project) => (project.Voice ?? (project.Clips.Count > 0 ? project.Clips[0] : null))?.Asset;

    private static string? Flat(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > Longest ? line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] : line;
        return line.Length == 0 ? null : line;
    }
}
