namespace NemoBot.Maintenance;

/// <summary>What became of a <see cref="MaintenanceRequest"/>.</summary>
/// <param name="Done">It was carried out.</param>
/// <param name="Text">A sentence for the operator.</param>
internal sealed record MaintenanceAnswer(bool Done, string Text);
