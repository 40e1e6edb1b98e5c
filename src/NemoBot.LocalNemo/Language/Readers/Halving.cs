using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads "make it half as long": faster or cut is for the user to decide.</summary>
internal static partial class Halving
{
    /// <summary>True if the clause says so and the choice is offered.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (!Half().IsMatch(clause.Text) || reading.Project.Duration <= TimeSpan.Zero || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None || t.IsTime || t.Concept is Concept.Music or Concept.Faster or Concept.Slower))
        {
            return false;
        }

        var length = TimeSpan.FromSeconds(Math.Round(reading.Project.Duration.TotalSeconds / 2, 1));
        reading.Choice = new Choice(new Note("choice.half", [length]), [new Note("offer.twice", []), new Note("offer.keep-first", [length])]);
        clause.ClaimEverything();
        return true;
    }

    [GeneratedRegex(@"\bhalf (as long|the length|the duration|its length|that length|the time)\b|\b(halve|cut) (the|its) (length|duration)( in half)?\W*$|(时长|长度).{0,3}(减半|一半)|一半(的)?(时长|长度)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Half();
}
