using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Api;

/// <summary>
/// HTTP to the Bot API. The token is part of every address: this type makes its own clients, without logging and without
/// tracing, and lets no exception of the network stack through.
/// </summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly TelegramOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _token;
    private readonly string _root;
    private readonly HttpClient _calls = NewClient();
    private HttpClient _polls = NewClient();

    public ApiTransport(IOptions<TelegramOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _token = _options.Token;
        _root = _options.ApiBaseUrl.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>Posts JSON and returns the answer's result.</summary>
    public async Task<JsonElement> PostAsync(string method, byte[] json, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var patience = new CancellationTokenSource(_options.CallTimeout, _clock);
        return await SendAsync(_calls, method, content, patience, cancellationToken);
    }

    /// <summary>Posts a poll, which may take as long as <see cref="TelegramOptions.PollWatchdog"/>.</summary>
    public async Task<JsonElement> PollAsync(string method, byte[] json, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var patience = new CancellationTokenSource(_options.PollWatchdog, _clock);
        return await SendAsync(_polls, method, content, patience, cancellationToken);
    }

    /// <summary>Posts files. The transfer may take long but not stand still.</summary>
    public async Task<JsonElement> UploadAsync(string method, UploadBody body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.IdleTimeout, _clock);
        body.OnProgress = () => patience.CancelAfter(_options.IdleTimeout);
        body.OnSent = () => patience.CancelAfter(_options.UploadAnswerTimeout);
        return await SendAsync(_calls, method, body, patience, cancellationToken);
    }

    /// <summary>Opens a file of the service.</summary>
    /// <returns>The file; null if it is not there (any more).</returns>
    public async Task<Stream?> DownloadAsync(string filePath, CancellationToken cancellationToken)
    {
        var escaped = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        using var patience = new CancellationTokenSource(_options.CallTimeout, _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_root}/file/bot{_token}/{escaped}");
        var response = await ExchangeAsync(_calls, "file", request, patience, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return new DownloadStream(response, await response.Content.ReadAsStreamAsync(cancellationToken), _options.IdleTimeout, _clock);
        }

        using (response)
        {
            var status = (int)response.StatusCode;
            return status is 404 or 400 or 410
                ? null
                : throw new TelegramUnreachableException("file", string.Create(CultureInfo.InvariantCulture, $"status {status}"));
        }
    }

    /// <summary>Drops the polling connection: it may hang on a peer that is long gone.</summary>
    public void RebuildPolling() => Interlocked.Exchange(ref _polls, NewClient()).Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        _calls.Dispose();
        _polls.Dispose();
    }

    private async Task<JsonElement> SendAsync(
        HttpClient client, string method, HttpContent content, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_root}/bot{_token}/{method}") { Content = content };
        // A body that is refused for its size is refused before it is sent, and the answer is not lost in a reset connection.
        request.Headers.ExpectContinue = content is UploadBody ? true : null;
        using var response = await ExchangeAsync(client, method, request, patience, cancellationToken);
        return await GuardAsync(method, patience, stop => ApiAnswer.ReadAsync(method, response, stop), cancellationToken);
    }

    private static Task<HttpResponseMessage> ExchangeAsync(
        HttpClient client, string method, HttpRequestMessage request, CancellationTokenSource patience, CancellationToken cancellationToken) =>
        GuardAsync(method, patience, stop => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop), cancellationToken);

    private static async Task<T> GuardAsync<T>(
        string method, CancellationTokenSource patience, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TelegramUnreachableException(method, "timed out");
        }
        catch (HttpRequestException error)
        {
            throw new TelegramUnreachableException(method, error.HttpRequestError.ToString());
        }
        catch (IOException error) when (error is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new TelegramUnreachableException(method, "the connection broke");
        }
        catch (ObjectDisposedException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TelegramUnreachableException(method, "the connection was rebuilt");
        }
    }

    /// <summary>Without a propagator the handler makes no activities, whose tags would hold the whole address.</summary>
    private static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
