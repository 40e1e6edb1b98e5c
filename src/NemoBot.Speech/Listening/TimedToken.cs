namespace NemoBot.Speech.Listening;

/// <summary>A token of the model.</summary>
/// <param name="Text">A replacement character marks a part of a character.</param>
/// <param name="Start">Seconds in the chunk.</param>
/// <param name="End">Seconds in the chunk.</param>
internal readonly record struct TimedToken(string Text, double Start, double End)
{
    /// <summary>Marks and times, not text.</summary>
    public bool IsSpecial => Text.Length == 0 || Text.StartsWith("[_", StringComparison.Ordinal) || (Text.StartsWith("<|", StringComparison.Ordinal) && Text.EndsWith("|>", StringComparison.Ordinal));

    /// <summary>It holds a part of a character.</summary>
    public bool IsBroken => Text.Contains('\uFFFD', StringComparison.Ordinal);
}
