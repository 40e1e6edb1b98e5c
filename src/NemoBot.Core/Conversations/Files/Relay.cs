namespace NemoBot.Core.Conversations.Files;

/// <summary>Hands progress on at once, in order, on the reporting thread.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
