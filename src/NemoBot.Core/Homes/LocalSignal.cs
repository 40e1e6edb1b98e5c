namespace NemoBot.Core.Homes;

/// <summary>There is no other process to notify.</summary>
public sealed class LocalSignal : ISignal
{
    /// <inheritdoc />
    public void Send(string topic)
    {
    }

    /// <inheritdoc />
    public void Subscribe(Action<string> receive)
    {
    }
}
