namespace NemoBot.Web.Admin;

/// <summary>A conversation.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Versions">Versions of its timeline.</param>
/// <param name="Credits">Credits it has used.</param>
/// <param name="LastUse">When it was changed last.</param>
public sealed record AdminConversation(string Name, int Versions, long Credits, DateTimeOffset LastUse);
