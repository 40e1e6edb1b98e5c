namespace NemoBot.LocalNemo.Edits;

/// <summary>A font that texts can be drawn in.</summary>
/// <param name="Name">As fontconfig calls it.</param>
/// <param name="HasChinese">It holds Chinese characters.</param>
internal sealed record FontFamily(string Name, bool HasChinese);
