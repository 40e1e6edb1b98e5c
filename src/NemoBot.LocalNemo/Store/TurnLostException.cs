namespace NemoBot.LocalNemo.Store;

/// <summary>Another process works on the session: what this turn made is not stored.</summary>
internal sealed class TurnLostException() : Exception("The turn was superseded.");
