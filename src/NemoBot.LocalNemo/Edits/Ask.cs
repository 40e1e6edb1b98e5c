namespace NemoBot.LocalNemo.Edits;

/// <summary>A question about the project; nothing changes.</summary>
/// <param name="About">What is asked.</param>
internal sealed record Ask(Question About) : Edit
{
    public override string Tool => "describe_project";
}
