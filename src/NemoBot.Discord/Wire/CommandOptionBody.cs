namespace NemoBot.Discord.Wire;

/// <summary>An option of a command to register.</summary>
internal sealed record CommandOptionBody
{
    public int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<ChoiceBody>? Choices { get; init; }
}
