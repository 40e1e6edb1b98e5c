using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Settings;
using Polly;
using Polly.Retry;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Api;

/// <summary>
/// Every call to the Bot API. Calls that can be repeated without harm are repeated here, and only here, when no answer came;
/// sends are not, because the service may have posted them.
/// </summary>
internal sealed class TelegramGateway : IDisposable
{
    private readonly TelegramOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline _retry;
    private readonly BotConnection _calls;
    private BotConnection _polls;

    public TelegramGateway(IOptions<TelegramOptions> options, TimeProvider clock)
    {
        _ = ApiJson.Options;
        _options = options.Value;
        _clock = clock;
        _calls = new BotConnection(_options);
        _polls = new BotConnection(_options);
        _retry = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TelegramUnreachableException>(),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
    }

    /// <summary>Asks who the bot is, once: the caller decides how long to wait for the service.</summary>
    public async Task<User> GetMeAsync(CancellationToken cancellationToken)
    {
        var request = new GetMeRequest();
        return Read(request, await ExchangeAsync(request, cancellationToken));
    }

    /// <summary>Polls once. The updates stay JSON and are read one by one, so that one bad update does not cost the others.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetUpdatesAsync(GetUpdatesRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.PollWatchdog, _clock);
        var result = await ExchangeAsync(_polls, request, patience, cancellationToken);
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray()]
            : throw new TelegramUnreachableException(request.MethodName, "the result is not a list", mayHaveArrived: true);
    }

    /// <summary>Drops a polling connection that no longer answers.</summary>
    public void RebuildPolling() => Interlocked.Exchange(ref _polls, new BotConnection(_options)).Dispose();

    /// <summary>Makes a call that may be repeated.</summary>
    public Task<JsonElement> CallAsync(IRequest request, CancellationToken cancellationToken) =>
        CallAsync(request, static _ => Task.CompletedTask, cancellationToken);

    /// <summary>Makes a call that may be repeated, and confirms each attempt before it.</summary>
    public async Task<JsonElement> CallAsync(IRequest request, Func<CancellationToken, Task> confirm, CancellationToken cancellationToken) =>
        await _retry.ExecuteAsync(
            static async (call, stop) =>
            {
                await call.Confirm(stop);
                return await call.Self.ExchangeAsync(call.Request, stop);
            },
            (Self: this, Request: request, Confirm: confirm),
            cancellationToken);

    /// <summary>Asks for something; may be repeated.</summary>
    public async Task<T> AskAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
        where T : class => Read(request, await CallAsync(request, cancellationToken));

    /// <summary>Posts a message.</summary>
    /// <returns>Its id; null if the service took the message but its answer has no readable id.</returns>
    public async Task<int?> SendAsync(IRequest<Message> request, CancellationToken cancellationToken) =>
        ReadId(await ExchangeAsync(request, cancellationToken));

    /// <summary>Posts a file. The transfer may take long but must not stall; a file given by its path is transferred by the service.</summary>
    /// <param name="request">The request with the files.</param>
    /// <param name="files">The files that are uploaded with it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>As <see cref="SendAsync"/>.</returns>
    public async Task<int?> SendFileAsync(IRequest<Message> request, IReadOnlyList<UploadStream> files, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(files.Count > 0 ? _options.IdleTimeout : _options.UploadAnswerTimeout, _clock);
        foreach (var file in files)
        {
            file.OnRead = count => patience.CancelAfter(count > 0 ? _options.IdleTimeout : _options.UploadAnswerTimeout);
        }

        return ReadId(await ExchangeAsync(_calls, request, patience, cancellationToken));
    }

    /// <summary>Opens a file by the path from <c>getFile</c>; null if the path has expired.</summary>
    public async Task<Stream?> DownloadAsync(string filePath, CancellationToken cancellationToken) => await _retry.ExecuteAsync(
        static async (call, stop) => await call.Self.DownloadOnceAsync(call.Path, stop), (Self: this, Path: filePath), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _calls.Dispose();
        _polls.Dispose();
    }

    private async Task<Stream?> DownloadOnceAsync(string filePath, CancellationToken cancellationToken)
    {
        var address = _calls.FileRoot + string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        using var patience = new CancellationTokenSource(_options.CallTimeout, _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await GuardAsync(
            "file", () => true, stop => _calls.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop), patience, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return new DownloadStream(response, await response.Content.ReadAsStreamAsync(cancellationToken), _options.IdleTimeout, _clock);
        }

        using (response)
        {
            var status = (int)response.StatusCode;
            return status is 404 or 400 or 410
                ? null
                : throw new TelegramUnreachableException("file", string.Create(CultureInfo.InvariantCulture, $"status {status}"), mayHaveArrived: true);
        }
    }

    private async Task<JsonElement> ExchangeAsync(IRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.CallTimeout, _clock);
        return await ExchangeAsync(_calls, request, patience, cancellationToken);
    }

    private static async Task<JsonElement> ExchangeAsync(
        BotConnection connection, IRequest request, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        var raw = await RawRequest.CreateAsync(request, cancellationToken);
        return await GuardAsync(
            request.MethodName, () => raw.MayHaveArrived, stop => connection.Bot.SendRequest(raw, stop), patience, cancellationToken);
    }

    private static async Task<T> GuardAsync<T>(
        string method, Func<bool> mayHaveArrived, Func<CancellationToken, Task<T>> call, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await call(both.Token);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw ApiErrors.Map(method, error, mayHaveArrived());
        }
    }

    private static int? ReadId(JsonElement message) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty("message_id", out var id)
        && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) ? number : null;

    private static T Read<T>(IRequest<T> request, JsonElement result)
        where T : class =>
        LenientReader<T>.Read(result, out _)
        ?? throw new TelegramUnreachableException(request.MethodName, "the result cannot be read", mayHaveArrived: true);
}
