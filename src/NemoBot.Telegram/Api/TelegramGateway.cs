using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Settings;
using Polly;
using Polly.Retry;

namespace NemoBot.Telegram.Api;

/// <summary>
/// Every call to the Bot API. Calls that may be repeated without harm are repeated here, and only here, when no answer came;
/// what the service refused is never repeated.
/// </summary>
internal sealed class TelegramGateway : IDisposable
{
    private readonly ApiTransport _transport;
    private readonly ResiliencePipeline _repeat;

    public TelegramGateway(IOptions<TelegramOptions> options, TimeProvider clock)
    {
        _transport = new ApiTransport(options, clock);
        _repeat = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TelegramUnreachableException>(),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(300),
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
    }

    public async Task<User> GetMeAsync(CancellationToken cancellationToken) =>
        Read(await PostAsync("getMe", new NoParameters(), WireContext.Default.NoParameters, cancellationToken), WireContext.Default.User);

    /// <summary>The updates as raw JSON, so that one that cannot be read does not take the others with it.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetUpdatesAsync(GetUpdatesRequest request, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, WireContext.Default.GetUpdatesRequest);
        var result = await _transport.PollAsync("getUpdates", json, cancellationToken);
        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray()]
            : throw new TelegramUnreachableException("getUpdates", "the result is no list");
    }

    /// <summary>Drops a polling connection that does not answer any more.</summary>
    public void RebuildPolling() => _transport.RebuildPolling();

    public Task SetWebhookAsync(SetWebhookRequest request, CancellationToken cancellationToken) =>
        RepeatAsync("setWebhook", request, WireContext.Default.SetWebhookRequest, cancellationToken);

    public Task DeleteWebhookAsync(CancellationToken cancellationToken) =>
        RepeatAsync("deleteWebhook", new DeleteWebhookRequest(), WireContext.Default.DeleteWebhookRequest, cancellationToken);

    public Task SetMyCommandsAsync(SetMyCommandsRequest request, CancellationToken cancellationToken) =>
        RepeatAsync("setMyCommands", request, WireContext.Default.SetMyCommandsRequest, cancellationToken);

    public async Task<Message> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken) =>
        Read(await PostAsync("sendMessage", request, WireContext.Default.SendMessageRequest, cancellationToken), WireContext.Default.Message);

    public Task EditTextAsync(EditRequest request, CancellationToken cancellationToken) =>
        RepeatAsync("editMessageText", request, WireContext.Default.EditRequest, cancellationToken);

    public Task EditCaptionAsync(EditRequest request, CancellationToken cancellationToken) =>
        RepeatAsync("editMessageCaption", request, WireContext.Default.EditRequest, cancellationToken);

    public Task DeleteMessageAsync(MessageAddress request, CancellationToken cancellationToken) =>
        RepeatAsync("deleteMessage", request, WireContext.Default.MessageAddress, cancellationToken);

    public Task AnswerCallbackAsync(AnswerCallbackRequest request, CancellationToken cancellationToken) =>
        RepeatAsync("answerCallbackQuery", request, WireContext.Default.AnswerCallbackRequest, cancellationToken);

    public async Task<ChatMember> GetChatMemberAsync(GetChatMemberRequest request, CancellationToken cancellationToken) =>
        Read(await RepeatAsync("getChatMember", request, WireContext.Default.GetChatMemberRequest, cancellationToken), WireContext.Default.ChatMember);

    public async Task<MediaFile> GetFileAsync(string fileId, CancellationToken cancellationToken) => Read(
        await RepeatAsync("getFile", new GetFileRequest { FileId = fileId }, WireContext.Default.GetFileRequest, cancellationToken),
        WireContext.Default.MediaFile);

    /// <summary>Opens a file by the path that <see cref="GetFileAsync"/> told; null if the path has expired.</summary>
    public async Task<Stream?> DownloadAsync(string filePath, CancellationToken cancellationToken) => await _repeat.ExecuteAsync(
        static async (call, stop) => await call.Transport.DownloadAsync(call.Path, stop),
        (Transport: _transport, Path: filePath),
        cancellationToken);

    /// <summary>Sends files: each is a multipart part under its field's name; without any the request goes as JSON.</summary>
    public async Task<Message> SendFileAsync(
        string method, SendFileRequest request, IReadOnlyList<FilePart> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return Read(await PostAsync(method, request, WireContext.Default.SendFileRequest, cancellationToken), WireContext.Default.Message);
        }

        using var body = new UploadBody(JsonSerializer.SerializeToElement(request, WireContext.Default.SendFileRequest));
        foreach (var file in files)
        {
            body.AddFile(file.Field, file.Path, file.FileName, file.MimeType);
        }

        return Read(await _transport.UploadAsync(method, body, cancellationToken), WireContext.Default.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private Task<JsonElement> PostAsync<T>(string method, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        _transport.PostAsync(method, JsonSerializer.SerializeToUtf8Bytes(request, type), cancellationToken);

    private async Task<JsonElement> RepeatAsync<T>(string method, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await _repeat.ExecuteAsync(
            static async (call, stop) => await call.Self.PostAsync(call.Method, call.Request, call.Type, stop),
            (Self: this, Method: method, Request: request, Type: type),
            cancellationToken);

    private static T Read<T>(JsonElement result, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return result.Deserialize(type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new TelegramUnreachableException(typeof(T).Name, "the result is not what it should be");
        }
    }
}
