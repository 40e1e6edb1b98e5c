namespace NemoBot.Tests.Contracts;

/// <summary>A message of the bot as a person sees it.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Text">The text or caption without markup.</param>
/// <param name="Buttons">Labels of the buttons below, in order.</param>
/// <param name="FileName">The file's name as shown, if there is a file.</param>
/// <param name="Content">The file's bytes, if there is a file.</param>
public sealed record SeenMessage(string Id, string Text, IReadOnlyList<string> Buttons, string? FileName = null, byte[]? Content = null);
