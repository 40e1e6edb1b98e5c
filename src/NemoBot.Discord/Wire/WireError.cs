namespace NemoBot.Discord.Wire;

/// <summary>The body of an error.</summary>
internal sealed record WireError
{
    public int? Code { get; init; }

    public string? Message { get; init; }

    public double? RetryAfter { get; init; }

    public bool? Global { get; init; }
}
