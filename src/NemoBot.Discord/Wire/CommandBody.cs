namespace NemoBot.Discord.Wire;

/// <summary>A command to register.</summary>
internal sealed record CommandBody
{
    public required string Name { get; init; }

    public int Type { get; init; }

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<CommandOptionBody>? Options { get; init; }

    public required IReadOnlyList<int> IntegrationTypes { get; init; }

    public required IReadOnlyList<int> Contexts { get; init; }
}
