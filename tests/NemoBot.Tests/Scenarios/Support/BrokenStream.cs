namespace NemoBot.Tests.Scenarios.Support;

/// <summary>A connection that breaks at the first byte.</summary>
public sealed class BrokenStream : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<int>(new IOException("The connection broke."));

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
        Task.FromException(new IOException("The connection broke."));
}
