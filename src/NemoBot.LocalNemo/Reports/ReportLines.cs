namespace NemoBot.LocalNemo.Reports;

/// <summary>The sentences of a report.</summary>
internal sealed class ReportLines(Phrases phrases)
{
    private readonly List<string> _lines = [];

    /// <summary>The language.</summary>
    public Phrases Phrases { get; } = phrases;

    /// <summary>The sentences so far.</summary>
    public IReadOnlyList<string> All => _lines;

    /// <summary>Adds a sentence.</summary>
    public void Add(string key, params ReadOnlySpan<object> arguments) => _lines.Add(Phrases.Say(key, arguments));
}
