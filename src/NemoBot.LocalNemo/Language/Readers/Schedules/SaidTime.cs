namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>When a picture is to be seen. A start that is null follows the picture before, an end that is null lasts until the next one.</summary>
/// <param name="Start">When it appears.</param>
/// <param name="End">When it is gone.</param>
/// <param name="Length">How long it is seen.</param>
internal sealed record SaidTime(TimeSpan? Start, TimeSpan? End, TimeSpan? Length)
{
    /// <summary>It is counted from the end.</summary>
    public bool IsLast { get; init; }
}
