using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Says what differs between two states of a project, one short sentence for each thing. What did not change is not mentioned.</summary>
internal static class ProjectReport
{
    /// <summary>The differences in words; empty if there are none.</summary>
    /// <param name="before">The project before; null if there was none.</param>
    /// <param name="after">The project now.</param>
    /// <param name="phrases">The language.</param>
    public static IReadOnlyList<string> Describe(Project? before, Project after, Phrases phrases)
    {
        var lines = new ReportLines(phrases);
        var old = before ?? new Project();
        MaterialReport.Add(lines, old, after);
        PictureReport.Add(lines, old, after);
        TextReport.Add(lines, old, after);
        LayoutReport.Add(lines, old, after);
        SoundReport.Add(lines, old, after);
        SizeReport.Add(lines, old, after);
        return lines.All;
    }
}
