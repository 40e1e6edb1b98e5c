using NemoBot.Core.Media;

namespace NemoBot.Nemo.Streams;

/// <summary>
/// Watches the frame of an event stream from below the parser, which has no limit of its own: no event grows beyond a number of
/// bytes, and an event that the end of the stream left open is closed, so that it is seen, and marked.
/// </summary>
internal sealed class GuardedStream(Stream body, int limit) : ForwardStream
{
    private const byte CarriageReturn = (byte)'\r';
    private const byte LineFeed = (byte)'\n';

    private int _event;
    private int _line;
    private bool _comment;
    private bool _afterReturn;
    private bool _ended;

    /// <summary>The stream ended inside an event.</summary>
    public bool EndedInside { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        var read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            Watch(buffer.Span[..read]);
            return read;
        }

        return End(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Ends the open line and the open event; a buffer of one byte gets the two line ends in two reads.</summary>
    private int End(Span<byte> buffer)
    {
        if (_event == 0)
        {
            _ended = true;
            return 0;
        }

        EndedInside = true;
        var inLine = _line > 0;
        buffer[0] = LineFeed;
        if (!inLine || buffer.Length == 1)
        {
            _event = inLine ? _event : 0;
            _line = 0;
            return 1;
        }

        buffer[1] = LineFeed;
        _event = 0;
        return 2;
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny(CarriageReturn, LineFeed);
            var length = end < 0 ? bytes.Length : end;
            if (length > 0)
            {
                Grow(bytes[0], length);
            }

            if (end < 0)
            {
                return;
            }

            EndLine(bytes[end], length);
            bytes = bytes[(end + 1)..];
        }
    }

    private void Grow(byte first, int length)
    {
        _comment = _line == 0 ? first == (byte)':' : _comment;
        _afterReturn = false;
        _line += length;
        _event += length;
        if (_event > limit)
        {
            throw new EventTooLargeException(limit);
        }
    }

    private void EndLine(byte terminator, int length)
    {
        if (terminator == LineFeed && _afterReturn && length == 0)
        {
            _afterReturn = false;
            return;
        }

        _afterReturn = terminator == CarriageReturn;

        // A comment adds nothing to an event; a blank line ends it.
        _event = _line == 0 ? 0 : _comment ? _event - _line : _event;
        _line = 0;
        _comment = false;
    }
}
