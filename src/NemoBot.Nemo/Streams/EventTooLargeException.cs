namespace NemoBot.Nemo.Streams;

/// <summary>One event of a stream, or one line, is larger than is taken.</summary>
internal sealed class EventTooLargeException(int limit) : IOException($"An event of the stream is larger than {limit} bytes.");
