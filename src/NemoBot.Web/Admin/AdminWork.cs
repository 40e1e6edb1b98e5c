namespace NemoBot.Web.Admin;

/// <summary>A turn or a render that runs or waits.</summary>
/// <param name="Turn">The number of the turn.</param>
/// <param name="Kind"><c>turn</c> or <c>render</c>.</param>
/// <param name="Conversation">Where.</param>
/// <param name="IsRunning">False: it waits behind another one.</param>
/// <param name="Since">When the message was received, or the render requested.</param>
/// <param name="Amount">The version that is rendered, or how many files came.</param>
public sealed record AdminWork(long Turn, string Kind, string Conversation, bool IsRunning, DateTimeOffset Since, int Amount);
