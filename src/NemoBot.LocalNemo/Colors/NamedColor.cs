namespace NemoBot.LocalNemo.Colors;

/// <summary>A color that has a name.</summary>
/// <param name="Name">English name.</param>
/// <param name="ChineseName">Chinese name.</param>
/// <param name="Hex">#rrggbb, lower case.</param>
/// <param name="Words">All words for it, lower case.</param>
internal sealed record NamedColor(string Name, string ChineseName, string Hex, IReadOnlyList<string> Words);
