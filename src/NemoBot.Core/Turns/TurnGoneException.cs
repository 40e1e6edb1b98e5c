namespace NemoBot.Core.Turns;

/// <summary>The turn or its conversation was forgotten, or another process ended the turn: nothing more may be done for it.</summary>
internal sealed class TurnGoneException() : Exception("The turn is gone.");
