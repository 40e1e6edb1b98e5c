namespace NemoBot.Core.Storage;

/// <summary>Groups the states of a turn.</summary>
public static class TurnStates
{
    /// <summary>Work on the turn is still to be done.</summary>
    public static bool IsOpen(this TurnState state) => state is TurnState.Queued or TurnState.Running or TurnState.Sent;
}
