namespace NemoBot.LocalNemo.Edits;

/// <summary>Asks how two versions differ; nothing changes.</summary>
/// <param name="From">From 1, the original.</param>
internal sealed record CompareVersions(int From) : Edit
{
    /// <summary>The other one; null: the one of now.</summary>
    public int? To { get; init; }

    public override string Tool => "describe_project";
}
