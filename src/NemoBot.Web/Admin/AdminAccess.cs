namespace NemoBot.Web.Admin;

/// <summary>Who may use the bot.</summary>
/// <param name="IsOpen">Everyone may; pairing is not needed.</param>
/// <param name="Codes">Pairing codes that are still valid.</param>
/// <param name="CodeSeconds">How long a new code is valid.</param>
public sealed record AdminAccess(bool IsOpen, int Codes, long CodeSeconds);
