namespace NemoBot.Discord.Wire;

/// <summary>The name of an uploaded file; the id is its index among the parts.</summary>
internal sealed record FileBody
{
    public int Id { get; init; }

    public required string Filename { get; init; }
}
