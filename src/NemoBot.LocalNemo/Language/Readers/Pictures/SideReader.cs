using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads that the picture goes to one side of the frame, with the text beside it, or back into the middle.</summary>
internal sealed partial class SideReader : IClauseReader
{
    /// <summary>With these, a side says something else of the picture: where it is cut, turned or moving.</summary>
    private static readonly Concept[] Others =
    [
        Concept.Pan, Concept.Zoom, Concept.ZoomOut, Concept.Rotate, Concept.Mirror, Concept.Crop, Concept.Keep, Concept.Cut, Concept.Blur,
        Concept.Letterbox, Concept.Fill, Concept.Remove, Concept.Not, Concept.No, Concept.Swap, Concept.Degrees, Concept.Clockwise,
        Concept.CounterClockwise, Concept.Logo, Concept.CornerWord, Concept.Top, Concept.Bottom, Concept.Begin, Concept.End,
    ];

    public void Read(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Left, Concept.Right, Concept.Middle, Concept.OtherSide, Concept.Card) || clause.Has(Others)
            || clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Color or TokenKind.Ordinal or TokenKind.Quote or TokenKind.Ratio))
        {
            return;
        }

        var now = reading.Edits.OfType<SetPicture>().LastOrDefault(p => p.Side is not null)?.Side ?? reading.Project.Background.Side;
        var said = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(
            i => !clause.IsClaimed(i) && SideOf(clause.Tokens[i].Concept, now, reading) is not null && IsOfPicture(clause, i, reading, now), -1);
        if (said < 0 || SideOf(clause.Tokens[said].Concept, now, reading) is not { } side)
        {
            return;
        }

        clause.Claim(said);
        clause.ClaimAll(Concept.Cover, Concept.Image, Concept.Half, Concept.Undo, Concept.Card);
        if (Beside().IsMatch(clause.Text))
        {
            // "art on the left with the title next to it": it goes there anyway.
            clause.ClaimAll(Concept.Title, Concept.Artist, Concept.And);
        }

        if (clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Background))
        {
            clause.ClaimFrame();
        }

        reading.Add(new SetPicture { Side = side }, Subject.Background);
    }

    [GeneratedRegex(@"\b(next to|beside|alongside|to the side of) (it|that)\b|旁边|一旁", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    private static HorizontalPlace? SideOf(Concept concept, HorizontalPlace now, Reading reading) => concept switch
    {
        Concept.Left => HorizontalPlace.Left,
        Concept.Right => HorizontalPlace.Right,
        // 封面放中间 is a card where none is at a side.
        Concept.Card when now != HorizontalPlace.Middle && reading.Situation.Text.Contains('中', StringComparison.Ordinal) => HorizontalPlace.Middle,
        Concept.Middle when now != HorizontalPlace.Middle => HorizontalPlace.Middle,
        Concept.OtherSide when now != HorizontalPlace.Middle => now == HorizontalPlace.Left ? HorizontalPlace.Right : HorizontalPlace.Left,
        _ => null,
    };

    /// <summary>"art left, title right": the thing named last before a side, else the one after it; 左边放封面.</summary>
    private static bool IsOfPicture(Clause clause, int index, Reading reading, HorizontalPlace now)
    {
        var thing = clause.Tokens.Take(index).LastOrDefault(IsThing) ?? clause.Tokens.Skip(index + 1).FirstOrDefault(IsThing);
        return thing is not null ? thing.Concept is Concept.Cover or Concept.Image
            : now != HorizontalPlace.Middle && reading.Focus == Subject.Background && clause.Tokens.All(t => t.Kind == TokenKind.Word);
    }

    private static bool IsThing(Token token) => Verbs.IsThing(token.Concept) || token.Concept == Concept.Artist;
}
