namespace NemoBot.Core.Homes;

/// <summary>
/// Notifies the other processes of changes in the shared store. A notice says what to read again, not what changed, and may be lost: whoever
/// follows something also looks for itself from time to time.
/// </summary>
public interface ISignal
{
    /// <summary>Notifies all other processes. Returns at once; equal notices within a moment become one.</summary>
    /// <param name="topic">What changed; at most some hundred characters.</param>
    void Send(string topic);

    /// <summary>Calls <paramref name="receive"/> with the topic of each notice of another process, for as long as this one runs.</summary>
    void Subscribe(Action<string> receive);
}
