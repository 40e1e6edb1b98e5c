using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Chat;

/// <summary>Holds the engine's inbox from the moment it runs; requests that come a little earlier wait for it.</summary>
internal sealed class SinkSlot(IOptions<WebChatOptions> options, TimeProvider time)
{
    private readonly TaskCompletionSource<IInboundSink> _sink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Fill(IInboundSink sink) => _sink.TrySetResult(sink);

    public async Task<IInboundSink> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _sink.Task.WaitAsync(options.Value.StartPatience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, Problem.NotReady);
        }
    }
}
