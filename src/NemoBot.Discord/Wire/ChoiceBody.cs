namespace NemoBot.Discord.Wire;

/// <summary>One value to choose.</summary>
internal sealed record ChoiceBody
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
