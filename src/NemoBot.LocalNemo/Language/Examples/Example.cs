namespace NemoBot.LocalNemo.Language.Examples;

/// <summary>Something that people say, and the plain words that come nearest to it.</summary>
/// <param name="Words">The words that the studio carries out, with slots such as <c>{color|blue}</c>; empty: nothing comes near.</param>
/// <param name="IsBeyond">What is said cannot be done; the words are something else that can.</param>
/// <param name="Features">What the saying is compared by.</param>
internal sealed record Example(string Words, bool IsBeyond, IReadOnlySet<string> Features);
