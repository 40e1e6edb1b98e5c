using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>When something is to be, as far as it was said. A negative time counts from the end.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The last moment.</param>
/// <param name="Length">How long.</param>
internal sealed record TimeExpression(TimeSpan? From, TimeSpan? To, TimeSpan? Length)
{
    /// <summary>Length of something at the end when none is said.</summary>
    public static readonly TimeSpan UsualAtEnd = TimeSpan.FromSeconds(5);

    /// <summary>It was counted from an edge ("the first 5 seconds"), not given by two positions.</summary>
    public bool IsCounted { get; init; }

    /// <summary>It reaches to the end.</summary>
    public bool ReachesEnd { get; init; }

    /// <summary>When a thing is still there that is to be gone then; null if it is to be gone in between.</summary>
    public Span? Rest => this switch
    {
        { From: null, To: null, Length: { } length } => new Span(null, length),
        { From: { Ticks: not 0 } from, To: null } => new Span(null, from),
        { From: null or { Ticks: 0 }, To: { } to } => new Span(to),
        _ => null,
    };

    /// <summary>As a part of the timeline.</summary>
    public Span Span => new(From, To);
}
