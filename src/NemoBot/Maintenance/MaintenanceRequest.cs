namespace NemoBot.Maintenance;

/// <summary>What a command line asks the running bot for.</summary>
/// <param name="Verb"><c>backup</c> or <c>restore</c>.</param>
/// <param name="File">Absolute path of the file to write or to read.</param>
internal sealed record MaintenanceRequest(string Verb, string File);
