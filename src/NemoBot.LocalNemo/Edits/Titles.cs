using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Finds titles in a project.</summary>
internal static class Titles
{
    /// <summary>The titles that are meant after some of the message's edits: numbers count those that were shown before it.</summary>
    public static IReadOnlyList<Title> Find(EditContext context, TitleRef which)
    {
        var now = context.Project.Titles;
        if (which is { All: false, Text: null, Number: not null } && now.Count < context.TitlesBefore.Count && Find(context.Project with { Titles = context.TitlesBefore }, which) is [var shown])
        {
            return [.. now.Where(t => t.Text == shown.Text)];
        }

        return Find(context.Project, which);
    }

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

        var index = which.Number is { } number ? number > 0 ? number - 1 : titles.Count + number : Unnamed(titles);
        return index >= 0 && index < titles.Count ? [titles[index]] : [];
    }

    /// <summary>The index of the title that is meant where none is named: the last one that is not an artist, else the last; -1 if there is none.</summary>
    public static int Unnamed(IReadOnlyList<Title> titles)
    {
        var index = titles.ToList().FindLastIndex(t => t.Role != TitleRole.Artist);
        return index >= 0 ? index : titles.Count - 1;
    }
}
