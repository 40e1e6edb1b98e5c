namespace NemoBot.Core.Platforms;

/// <summary>A command, for the menus of platforms.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Argument">What may follow it.</param>
/// <param name="Descriptions">One line by language (<c>en</c>, <c>zh</c>), at most 100 characters.</param>
public sealed record CommandInfo(string Name, CommandArgument Argument, IReadOnlyDictionary<string, string> Descriptions);
