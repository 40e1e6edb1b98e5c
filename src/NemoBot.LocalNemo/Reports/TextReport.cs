using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in titles and captions.</summary>
internal static class TextReport
{
    private const int FewLines = 3;

    public static void Add(ReportLines lines, Project before, Project after)
    {
        AddTitles(lines, before, after);
        AddCaptions(lines, before.Captions, after.Captions, before.Duration == after.Duration);
    }

    private static void AddTitles(ReportLines lines, Project before, Project after)
    {
        foreach (var (index, title) in after.Titles.Index())
        {
            if (Counterpart(after.Titles, index, before.Titles) is { } old)
            {
                AddChange(lines, old, title);
            }
        }

        var gone = before.Titles.Where((_, i) => Counterpart(before.Titles, i, after.Titles) is null).ToList();
        var fresh = after.Titles.Where((_, i) => Counterpart(after.Titles, i, before.Titles) is null).ToList();
        if (gone.Count > 0 && gone.Count == fresh.Count)
        {
            // As many new texts as old ones are gone: titles with other words.
            foreach (var (old, now) in gone.Zip(fresh))
            {
                lines.Add("title.renamed", now.Text);
                AddChange(lines, old, now);
            }

            return;
        }

        AddFresh(lines, fresh, after, isFirst: before.Clips.Count == 0);
        if (gone.Count > 0)
        {
            lines.Add("title.removed", lines.Phrases.ListQuoted(gone.Select(t => t.Text)));
        }
    }

    private static void AddChange(ReportLines lines, Title old, Title now)
    {
        if (Descriptions.Change(old, now, lines.Phrases) is { Length: > 0 } change)
        {
            lines.Add("title.changed", now.Text, change);
        }
    }

    /// <param name="lines">Where it is said.</param>
    /// <param name="fresh">The titles that were not there before.</param>
    /// <param name="after">What they are in.</param>
    /// <param name="isFirst">There was no project before: titles may come from the tags of its file.</param>
    private static void AddFresh(ReportLines lines, List<Title> fresh, Project after, bool isFirst)
    {
        var tagged = isFirst ? fresh.FindAll(t => IsFromTags(t, after)) : [];
        foreach (var title in fresh.Except(tagged))
        {
            lines.Add("title.added", title.Text, Descriptions.Of(title, after, lines.Phrases));
        }

        if (tagged.Count > 0 && !OutputFormats.IsSound(after.Output.Format))
        {
            lines.Add("title.tags", lines.Phrases.ListQuoted(tagged.Select(t => t.Text)));
        }
    }

    /// <summary>The title with the same text among others: the second for the second; null if there is none.</summary>
    private static Title? Counterpart(IReadOnlyList<Title> titles, int index, IReadOnlyList<Title> others) =>
        others.Where(o => o.Text == titles[index].Text).ElementAtOrDefault(titles.Take(index).Count(t => t.Text == titles[index].Text));

    private static bool IsFromTags(Title title, Project project) => project.Clips is [{ Asset.Facts: var facts }, ..]
        && ((title.Role == TitleRole.Title && title.Text == facts.Title) || (title.Role == TitleRole.Artist && title.Text == facts.Artist));

    private static void AddCaptions(ReportLines lines, Captions? before, Captions? after, bool sameLength)
    {
        if (after is null)
        {
            if (before is not null)
            {
                lines.Add("captions.removed");
            }

            return;
        }

        if (before is null || before.Source != after.Source)
        {
            lines.Add("captions.added", after.Lines.Count, after.Style);
            return;
        }

        AddLook(lines, before, after);
        AddLines(lines, before, after, sameLength);
    }

    private static void AddLook(ReportLines lines, Captions before, Captions after)
    {
        var phrases = lines.Phrases;
        List<string> look =
        [
            .. If(before.Style != after.Style, phrases.Say("captions.style", after.Style)),
            .. If(before.Bold != after.Bold, phrases.Say(after.Bold == false ? "captions.thin" : "captions.bold")),
            .. If(before.Font != after.Font, Descriptions.FontOf(after.Font, phrases)),
            .. If(before.Italic != after.Italic, phrases.Say(after.Italic ? "look.italic" : "look.upright")),
            .. If(before.Color != after.Color, phrases.Color(after.Color)),
            .. If(before.Place != after.Place, phrases.Say("look.place", after.Place)),
            .. If(before.Size != after.Size, phrases.Say("captions.size", after.Size)),
            .. If(before.Most != after.Most, after.Most is { } most ? phrases.Say("captions.most", most) : phrases.Say("captions.whole")),
        ];
        if (look.Count > 0)
        {
            lines.Add("captions.look", phrases.List(look));
        }

        static IEnumerable<string> If(bool differs, string part) => differs ? [part] : [];
    }

    private static void AddLines(ReportLines lines, Captions before, Captions after, bool sameLength)
    {
        if (before.Lines.Count != after.Lines.Count)
        {
            // Lines that went with a cut are no news of their own.
            if (sameLength)
            {
                lines.Add("captions.count", after.Lines.Count);
            }

            return;
        }

        var changed = Enumerable.Range(0, after.Lines.Count).Where(i => before.Lines[i].Text != after.Lines[i].Text).ToList();
        foreach (var i in changed.Take(FewLines))
        {
            lines.Add("captions.line", i + 1, after.Lines[i].Text);
        }

        if (changed.Count > FewLines)
        {
            lines.Add("captions.lines", changed.Count);
        }
        else if (changed.Count == 0 && after.Lines.Count > 0 && before.Lines[0].End - before.Lines[0].Start == after.Lines[0].End - after.Lines[0].Start
            && before.Lines[0].Start != after.Lines[0].Start)
        {
            var by = after.Lines[0].Start - before.Lines[0].Start;
            lines.Add(by < TimeSpan.Zero ? "captions.earlier" : "captions.later", by.Duration());
        }
    }
}
