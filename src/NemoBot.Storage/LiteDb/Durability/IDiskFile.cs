namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>An open file. Only what was written before <see cref="Sync"/> returned survives a power cut.</summary>
internal interface IDiskFile : IDisposable
{
    /// <summary>Length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads from an offset.</summary>
    /// <returns>How many bytes were read; fewer than asked for only at the end of the file.</returns>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Writes the buffers one after another from an offset on, extending the file as needed.</summary>
    void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers);

    /// <summary>Cuts or extends the file.</summary>
    void SetLength(long length);

    /// <summary>Forces everything written so far to the device.</summary>
    void Sync();
}
