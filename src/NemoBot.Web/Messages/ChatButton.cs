namespace NemoBot.Web.Messages;

/// <summary>A button below a message.</summary>
/// <param name="Id">Sent to the actions endpoint.</param>
/// <param name="Label">The caption.</param>
/// <param name="Style"><c>normal</c>, <c>primary</c> or <c>danger</c>.</param>
internal sealed record ChatButton(string Id, string Label, string Style);
