using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads that title and artist are to be shown as the file names them: "song title and artist at the bottom", 加上歌名和歌手.</summary>
internal sealed class TagReader : IClauseReader
{
    /// <summary>"title, and below it the artist" speaks of each by itself.</summary>
    private const int MostBetween = 3;

    public void Read(Clause clause, Reading reading)
    {
        if (reading.Edits is [.., ShowTags shown] && IsLookAlone(clause))
        {
            // 加上歌名和歌手，放下面: both of them.
            Add(clause, reading, shown.Only);
            return;
        }

        var (title, artist) = (clause.FreeIndexOf(Concept.Title), clause.FreeIndexOf(Concept.Artist));
        var names = title >= 0 && WritingLists.TagNames.Contains(clause.TextOf(clause.Tokens[title]));
        var both = title >= 0 && artist >= 0 && Math.Abs(title - artist) <= MostBetween;
        var isAsked = both || (names && IsNew(reading, TitleRole.Title)) || (title < 0 && artist >= 0 && IsNew(reading, TitleRole.Artist));
        if (!isAsked || clause.Has(Concept.Remove, Concept.Not, Concept.Swap, Concept.Captions)
            || !clause.Tokens.Index().All(t => t.Index == title || t.Index == artist || IsFrame(clause, t.Item)))
        {
            return;
        }

        Add(clause, reading, both ? null : title >= 0 ? TitleRole.Title : TitleRole.Artist);
    }

    private static bool IsLookAlone(Clause clause) => clause.Tokens.Any(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept))
        && !clause.Has(Concept.Voice, Concept.Music, Concept.Video, Concept.Recording, Concept.Remove)
        && clause.Tokens.All(t => IsFrame(clause, t) && Clause.SubjectOf(t.Concept) == Subject.None);

    private static void Add(Clause clause, Reading reading, TitleRole? only)
    {
        clause.ClaimAll(Concept.Title, Concept.Artist, Concept.Voice, Concept.Music, Concept.Recording, Concept.AllOf);
        var look = TitleReader.Look(clause, reading);
        foreach (var i in Enumerable.Range(0, clause.Tokens.Count).Where(i => IsSign(clause, clause.Tokens[i])))
        {
            clause.Claim(i);
        }

        clause.ClaimFrame();
        reading.Add(new ShowTags { Only = only, Look = look }, Subject.Title);
    }

    /// <summary>The file names it, and it is not shown.</summary>
    private static bool IsNew(Reading reading, TitleRole role) => reading.TitleTexts.Count == 0 && reading.Edits.OfType<ShowTags>().All(s => s.Only != role)
        && reading.Situation.Files.Any(f => (role == TitleRole.Title ? f.Facts.Title : f.Facts.Artist) is not null);

    /// <summary>Nothing but looks, verbs and small words: no text of its own.</summary>
    private static bool IsFrame(Clause clause, Token token) => IsLook(token) || IsSign(clause, token)
        || token.Concept is Concept.Add or Concept.Use or Concept.Move or Concept.Let or Concept.Change or Concept.CanYou
            or Concept.And or Concept.Then or Concept.Filler or Concept.It or Concept.AllOf or Concept.First or Concept.Last
            or Concept.To or Concept.From or Concept.At or Concept.For
            or Concept.Voice or Concept.Music or Concept.Recording or Concept.Video;

    private static bool IsLook(Token token) => token.IsTime || token.Kind is TokenKind.Color or TokenKind.Percent || Verbs.IsLook(token.Concept)
        || token.Concept is Concept.Plate or Concept.Outline or Concept.Bold or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth
            or Concept.CornerWord or Concept.Under;

    private static bool IsSign(Clause clause, Token token) => clause.TextOf(token) is "+" or "&" or "/";
}
