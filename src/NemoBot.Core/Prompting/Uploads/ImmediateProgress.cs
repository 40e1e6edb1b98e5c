namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Hands progress on at once, in order, on the reporting thread.</summary>
internal sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
