using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Titles: new ones, new words for one that is there, another look.</summary>
internal sealed class TitleIntention : IIntention
{
    private const int LongestText = 300;

    public void Apply(Clause clause, Workbench bench)
    {
        var quotes = clause.Free(TokenKind.Quote).Where(i => clause.Tokens[i].Content.Length > 0 && !IsFile(bench, clause.Tokens[i])).ToList();
        var named = clause.Has(Concept.Title) && !clause.IsClaimed(clause.IndexOf(Concept.Title));
        if (quotes.Count > 0)
        {
            WithQuotes(clause, bench, quotes);
        }
        else if (named && UnquotedTitle.Read(clause, bench.Project.Titles.Count > 0) is { } text)
        {
            AddOrRename(clause, bench, text, TitleLookReader.Read(clause, 0, clause.Tokens.Count, bench.Project.Duration));
        }
        else if (named || IsMeant(clause, bench))
        {
            ChangeLook(clause, bench);
        }
        else
        {
            return;
        }

        bench.Last = Subject.Title;
        clause.ClaimAll(
            Concept.Title, Concept.Captions, Concept.Add, Concept.Another, Concept.Change, Concept.AllOf, Concept.ColorWord, Concept.It, Concept.Called,
            Concept.And, Concept.To, Concept.At, Concept.For, Concept.From, Concept.Whole, Concept.Replace, Concept.Keep, Concept.Video);
    }

    private static bool IsFile(Workbench bench, Token quote) =>
        bench.Request.Files.Any(f => string.Equals(f.Name, quote.Content, StringComparison.OrdinalIgnoreCase));

    /// <summary>"let it fade in": about the title if the clause before was. A look alone follows the thing named last.</summary>
    private static bool IsMeant(Clause clause, Workbench bench)
    {
        if (bench.Project.Titles.Count == 0 || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None)
            || clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.Volume, Concept.Louder, Concept.Quieter, Concept.Remove, Concept.Cut, Concept.Trim))
        {
            return false;
        }

        var looks = clause.Has(Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small, Concept.Huge, Concept.Tiny, Concept.Top, Concept.Middle, Concept.Bottom)
            || clause.Free(TokenKind.Color).Any();
        var fades = clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);
        return bench.Last == Subject.Title ? looks || fades || (clause.Has(Concept.It, Concept.For) && clause.Tokens.Any(t => t.IsTime))
            : bench.Last == Subject.None && looks && clause.Has(Concept.It);
    }

    private static void WithQuotes(Clause clause, Workbench bench, List<int> quotes)
    {
        var texts = quotes.Select(i => clause.Claim(i).Content).ToList();
        var existing = bench.Project.Titles.FirstOrDefault(t => string.Equals(t.Text, texts[0], StringComparison.OrdinalIgnoreCase));
        if (existing is not null && !clause.Has(Concept.Another))
        {
            // 'change "A" to "B"', or 'make "A" red'.
            var look = TitleLookReader.Read(clause, 0, clause.Tokens.Count, bench.Project.Duration);
            Put(bench, existing, look.Apply(existing with { Text = texts.Count > 1 ? Limit(bench, texts[1]) : existing.Text }, bench.Project.Duration));
            return;
        }

        if (texts.Count == 1)
        {
            AddOrRename(clause, bench, texts[0], TitleLookReader.Read(clause, 0, clause.Tokens.Count, bench.Project.Duration));
            return;
        }

        for (var q = 0; q < quotes.Count; q++)
        {
            var end = q + 1 < quotes.Count ? quotes[q + 1] : clause.Tokens.Count;
            var look = TitleLookReader.Read(clause, q == 0 ? 0 : quotes[q], end == clause.Tokens.Count && q == 0 ? end - 1 : end, bench.Project.Duration);
            // Two titles without a place would cover each other.
            var place = look.Place ?? (VerticalPlace)(q % 3 == 0 ? 0 : q % 3 == 1 ? 1 : 2);
            Add(bench, texts[q], look with { Place = place });
        }
    }

    private static void AddOrRename(Clause clause, Workbench bench, string text, TitleLook look)
    {
        var titles = bench.Project.Titles;
        var caption = clause.Has(Concept.Captions);
        if (titles.Count > 0 && !caption && !clause.Has(Concept.Add, Concept.Another) && look.When is null)
        {
            var old = titles[^1];
            Put(bench, old, look.Apply(old with { Text = Limit(bench, text) }, bench.Project.Duration));
        }
        else
        {
            Add(bench, text, caption ? look with { Place = look.Place ?? VerticalPlace.Bottom, Size = look.Size ?? 0.06 } : look);
        }
    }

    private static void Add(Workbench bench, string text, TitleLook look)
    {
        var plain = new Title(
            Limit(bench, text), TimeSpan.Zero, null, Looks.TextOn(bench.Project.Background), 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero);
        var title = look.Apply(plain, bench.Project.Duration);
        bench.Project = bench.Project with { Titles = [.. bench.Project.Titles, title] };
        bench.DidTo("title " + title.Text, "add_title", "title.added", title.Text, Looks.Describe(title, bench.Speech));
    }

    private static void ChangeLook(Clause clause, Workbench bench)
    {
        if (bench.Project.Titles.Count == 0)
        {
            bench.Note("title.none");
            return;
        }

        var look = TitleLookReader.Read(clause, 0, clause.Tokens.Count, bench.Project.Duration);
        if (look.IsEmpty)
        {
            bench.Note("title.how");
            return;
        }

        IEnumerable<Title> meant = clause.Has(Concept.AllOf) ? bench.Project.Titles : [bench.Project.Titles[^1]];
        foreach (var title in meant.ToList())
        {
            Put(bench, title, look.Apply(title, bench.Project.Duration));
        }
    }

    private static void Put(Workbench bench, Title old, Title changed)
    {
        bench.Project = bench.Project with { Titles = [.. bench.Project.Titles.Select(t => ReferenceEquals(t, old) ? changed : t)] };
        var key = old == changed && !bench.Told("title " + old.Text) ? "title.same" : "title.changed";
        bench.DidTo("title " + old.Text, "edit_title", key, changed.Text, Looks.Describe(changed, bench.Speech));
    }

    private static string Limit(Workbench bench, string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        bench.Note("title.cut", LongestText);
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
