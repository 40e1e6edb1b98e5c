using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language;

/// <summary>What was understood of a message.</summary>
internal sealed record Interpretation
{
    /// <summary>What to do, in order.</summary>
    public IReadOnlyList<Edit> Edits { get; init; } = [];

    /// <summary>Phrases that were not understood.</summary>
    public IReadOnlyList<string> Leftovers { get; init; } = [];

    /// <summary>Words that say how something is to be and that were passed over; named when nothing changed.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>A word was understood only by guessing at its spelling.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The message only supposed, asked or stated something, or replaces a sound without saying so.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The message only asks what a change would be like.</summary>
    public bool IsSupposed { get; init; }

    /// <summary>How sure all of it is.</summary>
    public Certainty Certainty => IsSupposed ? Certainty.Supposed : IsDoubtful || Leftovers.Count > 0 ? Certainty.Doubtful : IsGuess ? Certainty.Guessed : Certainty.Sure;

    /// <summary>What the message was about.</summary>
    public Subject Focus { get; init; }

    /// <summary>Short messages that ask for nothing.</summary>
    public SmallTalk SmallTalk { get; init; }

    /// <summary>The wish that the message asks how to say; null if it asks no such thing.</summary>
    public string? Wish { get; init; }

    /// <summary>Requests that are close to what was not understood, for buttons.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>What the words name, for the suggestion nearest to them.</summary>
    public IReadOnlyList<Concept> Named { get; init; } = [];

    /// <summary>Something that the user has to decide, with buttons; null: nothing.</summary>
    public Choice? Choice { get; init; }

    /// <summary>A question to ask before anything else; null: none.</summary>
    public string? Question { get; init; }

    /// <summary>It asks for a video or names a part of one, even if nothing can be done with it yet.</summary>
    public bool IsRequest { get; init; }
}
