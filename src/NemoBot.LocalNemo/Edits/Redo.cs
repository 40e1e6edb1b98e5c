namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes an undo back. The history of the session carries it out.</summary>
/// <param name="Steps">How many undos to take back.</param>
internal sealed record Redo(int Steps = 1) : Edit
{
    public override string Tool => "redo";
}
