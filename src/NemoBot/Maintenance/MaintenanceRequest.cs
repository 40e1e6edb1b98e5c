namespace NemoBot.Maintenance;

/// <summary>What a command line asks the running bot for.</summary>
/// <param name="Verb"><c>backup</c>, <c>restore</c> or <c>explain</c>.</param>
/// <param name="Argument">Absolute path of the file to write or to read, or the number of the turn.</param>
internal sealed record MaintenanceRequest(string Verb, string Argument);
