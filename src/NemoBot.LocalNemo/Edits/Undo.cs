namespace NemoBot.LocalNemo.Edits;

/// <summary>Goes back to the version before. The history of the session carries it out.</summary>
/// <param name="Steps">How many changes to take back.</param>
internal sealed record Undo(int Steps = 1) : Edit
{
    public override string Tool => "undo";
}
