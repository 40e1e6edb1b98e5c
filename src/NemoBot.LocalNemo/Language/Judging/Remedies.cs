using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Tells whether a wish is about what was just complained of: "the music is too loud, lower it", and not "…, make it vertical".</summary>
internal static class Remedies
{
    private static readonly Concept[] Loudness =
    [
        Concept.Louder, Concept.Quieter, Concept.Volume, Concept.TurnUp, Concept.TurnDown, Concept.Mute, Concept.Unmute, Concept.Half, Concept.Double,
        Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Remove, Concept.Smaller, Concept.Bigger, Concept.Downward,
        Concept.Upward, Concept.LoudnessWord, Concept.Overpower, Concept.Voice, Concept.Music,
    ];

    private static readonly Concept[] Tempo = [Concept.Faster, Concept.Slower, Concept.SpeedWord];
    private static readonly Concept[] Light = [Concept.Brighter, Concept.Darker, Concept.Dim, Concept.WhyDark, Concept.BrightnessWord, Concept.ContrastWord];
    private static readonly Concept[] Cutting = [Concept.Cut, Concept.Trim, Concept.Keep, Concept.Only, Concept.TooLong, Concept.Faster, Concept.SpeedWord];
    private static readonly Concept[] Place = [Concept.Upward, Concept.Downward, Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Small];

    /// <summary>The wish takes up the complaint: carrying out both would act twice.</summary>
    public static bool Mends(Clause complaint, Clause wish)
    {
        if (wish.Text[0] >= 0x2E80 || wish.Tokens.Any(t => IsShape(t) || t.Kind == TokenKind.Unknown) || !AsksForSomething(wish))
        {
            return false;
        }

        var (before, after) = (Grievances.SubjectsOf(complaint), Grievances.SubjectsOf(wish));
        if (before.Any(IsSound))
        {
            var isSame = after.Count == 0 || after.All(before.Contains);
            return after.All(IsSound)
                && (isSame || wish.Tokens.Any(t => IsLevel(t) || Verbs.IsVerb(t.Concept) || t.Concept is Concept.TurnUp or Concept.TurnDown))
                && (wish.Has(Loudness) || wish.Tokens.Any(IsLevel) || StartsLater(complaint, wish))
                && !CutsTime(wish);
        }

        if (before.Count > 0)
        {
            return !CutsTime(wish) && !(IsOfSize(complaint) && OnlyPlaces(wish)) && (after.Count == 0 ? PointsBack(wish) : after.Any(before.Contains));
        }

        return after.Count == 0 && IsOfSameKind(complaint, wish);
    }

    /// <summary>"make it yellow", "use plain black", "10% please": no other thing can be meant.</summary>
    private static bool PointsBack(Clause wish) => wish.Has(Concept.It)
        || wish.Tokens.Any(t => IsLevel(t) || t.IsTime || t.Kind == TokenKind.Color)
        || !wish.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>"too big"; what is hard to read can be helped by a color as well.</summary>
    private static bool IsOfSize(Clause complaint) => complaint.Tokens.Any(t => t.Concept is Concept.Bigger or Concept.Smaller
        && !complaint.TextOf(t).Contains("read", StringComparison.OrdinalIgnoreCase) && !complaint.TextOf(t).Contains("see", StringComparison.OrdinalIgnoreCase));

    /// <summary>"the logo is too big, put it bottom left": a place or a color says nothing about the size.</summary>
    private static bool OnlyPlaces(Clause wish) => wish.Tokens.Any(IsPlaceOrColor)
        && wish.Tokens.All(t => IsPlaceOrColor(t) || t.Concept is Concept.Move or Concept.Change or Concept.It or Concept.Filler or Concept.At or Concept.To
            or Concept.CanYou or Concept.And or Concept.Add || Clause.SubjectOf(t.Concept) != Subject.None);

    private static bool IsPlaceOrColor(Token token) => token.Kind == TokenKind.Color
        || token.Concept is Concept.Top or Concept.Middle or Concept.Bottom or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight or Concept.Upward
            or Concept.Downward or Concept.CornerWord or Concept.Left or Concept.Right;

    private static bool IsSound(Subject subject) => subject is Subject.Voice or Subject.Music;

    private static bool IsLevel(Token token) => token.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Factor;

    private static bool IsShape(Token token) => token.Kind is TokenKind.Ratio or TokenKind.Lines or TokenKind.FrameRate || Verbs.IsShape(token.Concept);

    private static bool AsksForSomething(Clause wish) => wish.Tokens.Any(t =>
        Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || Verbs.BeginsClause(t.Concept) || IsLevel(t) || t.IsTime
        || Clause.SubjectOf(t.Concept) != Subject.None
        || t.Kind is TokenKind.Quote or TokenKind.Color || t.Concept is Concept.Half or Concept.Double or Concept.TurnUp or Concept.TurnDown
            or Concept.Brighter or Concept.Darker or Concept.SpeedWord or Concept.Spin);

    private static bool CutsTime(Clause wish) => wish.Has(Concept.Cut, Concept.Trim) && wish.Tokens.Any(t => t.IsTime);

    /// <summary>"the song comes in too early, start it at 0:10".</summary>
    private static bool StartsLater(Clause complaint, Clause wish) =>
        wish.Has(Concept.It) && wish.Tokens.Any(t => t.IsTime) && wish.Has(Concept.From, Concept.Begin, Concept.Add, Concept.End)
        && Grievances.SubjectsOf(complaint).Contains(Subject.Music);

    /// <summary>A complaint about all of it goes with a wish of its kind; one that could not be acted upon with any.</summary>
    private static bool IsOfSameKind(Clause complaint, Clause wish)
    {
        Concept[][] kinds = [Tempo, Light, Cutting, Loudness, Place];
        var said = kinds.Where(k => complaint.Has(k)).ToList();
        return said.Count == 0 || said.Exists(k => wish.Has(k))
            || (said.Contains(Tempo) && wish.Tokens.Any(IsLevel))
            || (said.Contains(Loudness) && wish.Tokens.Any(IsLevel));
    }
}
