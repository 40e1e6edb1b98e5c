namespace NemoBot.LocalNemo.Turns;

/// <summary>What comes nearest to words that were not understood.</summary>
/// <param name="Words">What can be asked for instead; null: nothing that makes sense.</param>
/// <param name="Beyond">The words that ask for what cannot be done, empty for all of the message; null: they were not understood.</param>
internal sealed record Near(string? Words, string? Beyond);
