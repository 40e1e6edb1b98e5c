namespace NemoBot.Web.Admin;

/// <summary>A part of the bot and how it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Problem">What is wrong, for the operator; null: nothing.</param>
public sealed record AdminState(string Name, string? Problem);
