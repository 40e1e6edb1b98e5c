namespace NemoBot.LocalNemo.Language;

/// <summary>Reads how loud something is to be.</summary>
internal static class VolumeReader
{
    private const double Louder = 1.5;
    private const double Quieter = 0.6;

    /// <summary>The clause says something about loudness.</summary>
    public static bool IsAbout(Clause clause) =>
        clause.HasFree(Concept.Volume, Concept.Louder, Concept.Quieter, Concept.Mute) || clause.Free(TokenKind.Percent).Any();

    /// <summary>Reads and claims it; null if nothing is said.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="now">How loud it is now, 1 being as recorded.</param>
    public static double? Read(Clause clause, double now)
    {
        foreach (var i in clause.Free(TokenKind.Percent).ToList())
        {
            var (louder, quieter) = (clause.ClaimAll(Concept.Louder), clause.ClaimAll(Concept.Quieter));
            var by = clause.Claim(i).Value;
            // "turn it down by 20%" is relative, "turn it down to 20%" is not.
            var relative = (louder || quieter) && !clause.Has(Concept.To, Concept.At, Concept.Change);
            return !relative ? by : quieter ? now * (1 - by) : now * (1 + by);
        }

        foreach (var i in clause.Free(TokenKind.Number).Where(i => clause.Has(Concept.Volume, Concept.At, Concept.Louder, Concept.Quieter)).ToList())
        {
            var value = clause.Claim(i).Value;
            clause.ClaimAll(Concept.Louder, Concept.Quieter);
            return value > 2 ? value / 100 : value;
        }

        return clause.ClaimAll(Concept.Mute) ? 0
            : clause.ClaimAll(Concept.Louder, Concept.Bigger, Concept.Large) ? now * Louder
            : clause.ClaimAll(Concept.Quieter, Concept.Smaller, Concept.Small) ? now * Quieter
            : null;
    }
}
