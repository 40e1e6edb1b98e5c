namespace NemoBot.LocalNemo.Edits;

/// <summary>Goes to a version by its number. The history of the session carries it out.</summary>
/// <param name="Number">From 1, the original.</param>
internal sealed record GoToVersion(int Number) : Edit
{
    public override string Tool => "go_to_version";
}
