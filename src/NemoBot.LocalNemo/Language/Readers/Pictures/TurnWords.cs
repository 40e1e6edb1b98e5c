using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Words for a picture that is turned or mirrored.</summary>
internal static class TurnWords
{
    /// <summary>The edit; null if the clause asks for none, or if a choice is offered instead.</summary>
    public static SetPictureLook? Read(Clause clause, Reading reading)
    {
        if (clause.ClaimAll(Concept.Mirror))
        {
            clause.ClaimAll(Concept.Rotate);
            return new SetPictureLook { Mirror = true };
        }

        if (clause.ClaimAll(Concept.UpsideDown))
        {
            clause.ClaimAll(Concept.Rotate);
            return new SetPictureLook { Turns = 2 };
        }

        return clause.HasFree(Concept.Rotate) || IsQuarter(clause) ? ReadTurn(clause, reading) : null;
    }

    private static SetPictureLook? ReadTurn(Clause clause, Reading reading)
    {
        var word = clause.Tokens.Where(t => t.Concept == Concept.Rotate).Select(clause.TextOf).FirstOrDefault() ?? "";
        if (WordLists.Flips.Contains(word))
        {
            return Flip(clause, reading);
        }

        if (WordLists.Uprights.Contains(word) && !clause.Has(Concept.Left, Concept.Right, Concept.Clockwise, Concept.CounterClockwise))
        {
            clause.ClaimAll(Concept.Rotate);
            Offer(clause, reading, "choice.turn", "offer.turn-right", "offer.turn-left");
            return null;
        }

        // "rotate to vertical" asks for another shape of the frame.
        var degrees = Degrees(clause) ?? 90;
        var isSaid = Degrees(clause) is 90 or 270 && !clause.Has(Concept.Square);
        if (degrees % 90 != 0 || degrees % 360 == 0 || (!isSaid && clause.Has(Concept.Portrait, Concept.Landscape, Concept.Square)))
        {
            // DeclineReader says that only quarter turns are possible.
            return null;
        }

        if (isSaid && MainMaterial.ShowsVideo(reading.Project))
        {
            // 旋转90度变成竖屏: the turned video brings its shape along.
            clause.ClaimAll(Concept.Portrait, Concept.Landscape);
        }

        var isLeft = clause.ClaimAll(Concept.CounterClockwise, Concept.Left);
        clause.ClaimAll(Concept.Clockwise, Concept.Right, Concept.Rotate, Concept.Degrees);
        foreach (var i in clause.Free(TokenKind.Number).ToList())
        {
            clause.Claim(i);
        }

        var turns = (int)(degrees / 90) % 4;
        return new SetPictureLook { Turns = ((isLeft ? -turns : turns) + 8) % 4 };
    }

    /// <summary>"flip it horizontally"; "flip it to vertical" asks for another shape.</summary>
    private static SetPictureLook? Flip(Clause clause, Reading reading)
    {
        var across = clause.Tokens.Any(t => clause.TextOf(t) is "horizontally" or "horizontal" or "水平");
        var down = clause.Tokens.Any(t => clause.TextOf(t) is "vertically" or "垂直");
        if (!across && !down && clause.Has(Concept.Portrait, Concept.Landscape, Concept.Square))
        {
            return null;
        }

        clause.ClaimAll(Concept.Rotate);
        if (!across && !down && reading.Edits.OfType<SetPictureLook>().Any(e => e.Turns is not null || e.Mirror is not null))
        {
            // "upside down, flip it" says it twice.
            clause.ClaimFrame();
            return null;
        }

        if (!across && !down)
        {
            Offer(clause, reading, "choice.flip", "offer.mirror", "offer.turn-over");
            return null;
        }

        clause.ClaimAll(Concept.Portrait, Concept.Landscape);
        return across ? new SetPictureLook { Mirror = true } : new SetPictureLook { Mirror = true, Turns = 2 };
    }

    private static void Offer(Clause clause, Reading reading, string question, params ReadOnlySpan<string> offers)
    {
        clause.ClaimAll(Concept.Image, Concept.Images, Concept.Cover, Concept.Background);
        clause.ClaimFrame();
        reading.Choice = new Choice(new Note(question, []), [.. offers.ToArray().Select(o => new Note(o, []))]);
    }

    private static bool IsQuarter(Clause clause) => clause.HasFree(Concept.Degrees) && Degrees(clause) is { } degrees && degrees % 90 == 0;

    private static double? Degrees(Clause clause) => clause.Free(TokenKind.Number).Select(i => (double?)Math.Abs(clause.Tokens[i].Value)).FirstOrDefault(n => n >= 1);
}
