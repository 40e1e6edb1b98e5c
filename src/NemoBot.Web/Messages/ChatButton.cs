namespace NemoBot.Web.Messages;

/// <summary>A button below a message.</summary>
/// <param name="Id">What the actions address is told.</param>
/// <param name="Label">What people read.</param>
/// <param name="Style"><c>normal</c>, <c>primary</c> or <c>danger</c>.</param>
internal sealed record ChatButton(string Id, string Label, string Style);
