namespace NemoBot.Core.Storage;

/// <summary>What is open in a conversation.</summary>
/// <param name="Turns">Turns that are queued, running or sent, in order of id.</param>
/// <param name="Renders">Renders that are not closed, oldest first.</param>
/// <param name="Replies">Replies that are still to be shown, in order of id.</param>
public sealed record LaneWork(IReadOnlyList<TurnRecord> Turns, IReadOnlyList<RenderRecord> Renders, IReadOnlyList<PendingReply> Replies);
