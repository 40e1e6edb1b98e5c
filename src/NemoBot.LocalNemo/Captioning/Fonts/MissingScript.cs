namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>Characters that no installed font can draw.</summary>
/// <param name="Name">The script, for example <c>Arabic</c>.</param>
/// <param name="Package">The Debian package with a font for it.</param>
/// <param name="Sample">Some of the characters.</param>
public sealed record MissingScript(string Name, string Package, string Sample);
