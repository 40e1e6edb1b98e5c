namespace NemoBot.Bench.Start;

/// <summary>What a start took.</summary>
/// <param name="Ready">From the start of the process to the line that says it is ready.</param>
/// <param name="Processor">Processor time of the process until then.</param>
internal sealed record StartFigures(TimeSpan Ready, TimeSpan Processor);
