using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Finds titles in a project.</summary>
internal static class Titles
{
    /// <summary>The titles that are meant; empty if there is none like that.</summary>
    public static IReadOnlyList<Title> Find(Project project, TitleRef which)
    {
        var titles = project.Titles;
        if (which.All)
        {
            return titles;
        }

        if (which.Text is { } text)
        {
            return [.. titles.Where(t => string.Equals(t.Text, text, StringComparison.OrdinalIgnoreCase))];
        }

        var index = which.Number is { } number ? number > 0 ? number - 1 : titles.Count + number : titles.Count - 1;
        return index >= 0 && index < titles.Count ? [titles[index]] : [];
    }
}
