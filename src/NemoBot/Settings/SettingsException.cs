namespace NemoBot.Settings;

/// <summary>Settings that the bot cannot start with; the message is one sentence a line, for the operator.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>A sentence for each problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
