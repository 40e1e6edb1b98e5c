namespace NemoBot.Checking;

/// <summary>Asks a server for its time, which every HTTP response carries in its Date header.</summary>
internal sealed class RemoteClock(TimeProvider clock) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Returns how far this machine's clock is ahead, zero if the response has no date; null if the server does not respond.</summary>
    public async Task<TimeSpan?> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address.GetLeftPart(UriPartial.Authority)));
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.Headers.Date is { } date ? clock.GetUtcNow() - date : TimeSpan.Zero;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();
}
