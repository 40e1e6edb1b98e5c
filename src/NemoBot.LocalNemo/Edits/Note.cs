namespace NemoBot.LocalNemo.Edits;

/// <summary>A remark for the answer, not yet in any language.</summary>
/// <param name="Key">The sentence in the phrase tables.</param>
/// <param name="Arguments">The values it is filled with.</param>
internal sealed record Note(string Key, IReadOnlyList<object> Arguments);
