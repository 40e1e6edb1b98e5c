using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>The bytes of a file. Fails when the transfer stalls, and never yields more than the announced size.</summary>
internal sealed class AttachmentStream(HttpResponseMessage response, Stream inner, IdleTimeout idle, long? size) : ForwardStream
{
    private long _left = size ?? long.MaxValue;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, both.Token);
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: e);
        }

        idle.Touch();
        _left -= count;
        return _left < 0 ? throw new AttachmentException(AttachmentProblem.TooLarge, size) : count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            idle.Dispose();
        }

        base.Dispose(disposing);
    }
}
