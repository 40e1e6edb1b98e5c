namespace NemoBot.Nemo.Streams;

/// <summary>The data of one event.</summary>
/// <param name="Data">All its data lines, joined by line feeds.</param>
/// <param name="IsWhole">False: the stream ended inside of it.</param>
internal readonly record struct RawEvent(ReadOnlyMemory<byte> Data, bool IsWhole);
