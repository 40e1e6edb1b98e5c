using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Chat;

/// <summary>Holds the engine's inbox once it runs; requests that arrive earlier wait for it.</summary>
internal sealed class InboundSinkHolder(IOptions<WebChatOptions> options, TimeProvider time)
{
    private readonly TaskCompletionSource<IInboundSink> _sink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set(IInboundSink sink) => _sink.TrySetResult(sink);

    public async Task<IInboundSink> GetAsync(CancellationToken cancellationToken)
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
