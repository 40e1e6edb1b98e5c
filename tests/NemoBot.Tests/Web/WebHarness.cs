using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;

namespace NemoBot.Tests.Web;

/// <summary>People use the chat over its HTTP interface.</summary>
internal sealed class WebHarness : IPlatformHarness
{
    private readonly TestFolder _folder = new();
    private readonly InMemoryLog _log = new();
    private WebServer? _server;
    private int _said;
    private (ConversationKey Conversation, string Text, string Key)? _newest;

    public IChatPlatform Platform => Server.Platform;

    public ConversationKey Conversation { get; } = new("web", "main");

    public ConversationKey Other { get; } = new("web", "other");

    public bool CanRateLimit => false;

    public bool CanRemoveBot => false;

    public bool CanDelete => true;

    public bool CanRedeliver => true;

    public bool CanListen => true;

    private WebServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async Task StartAsync(IInboundSink sink, CancellationToken cancellationToken) =>
        _server = await WebServer.StartAsync(_folder, sink, _log, settings: ("MaxTextLength", "4000"));

    public async Task RestartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        await Server.DisposeAsync();
        await StartAsync(sink, cancellationToken);
    }

    public async Task<IReadOnlyList<SeenMessage>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        using var messages = JsonDocument.Parse(await Server.Client.GetStringAsync($"/api/channels/{conversation.Channel}/messages", cancellationToken));
        var seen = new List<SeenMessage>();
        foreach (var message in messages.RootElement.EnumerateArray().Where(m => m.GetProperty("kind").GetString() != "user"))
        {
            seen.Add(await SeeAsync(message, cancellationToken));
        }

        return seen;
    }

    public async Task<string> SayAsync(ConversationKey conversation, string text, SaidFile? file, CancellationToken cancellationToken)
    {
        var key = "said-" + (++_said).ToString(CultureInfo.InvariantCulture);
        await PostAsync(conversation, text, key, file, cancellationToken);
        _newest = (conversation, text, key);
        return key;
    }

    public async Task PressAsync(MessageRef message, string label, CancellationToken cancellationToken)
    {
        using var messages = JsonDocument.Parse(
            await Server.Client.GetStringAsync($"/api/channels/{message.Conversation.Channel}/messages", cancellationToken));
        var button = messages.RootElement.EnumerateArray().Single(m => m.GetProperty("id").GetString() == message.MessageId)
            .GetProperty("buttons").EnumerateArray().Single(b => b.GetProperty("label").GetString() == label).GetProperty("id").GetString();
        using var response = await Server.Client.PostAsJsonAsync(
            $"/api/channels/{message.Conversation.Channel}/actions", new { messageId = message.MessageId, actionId = button, user = "Ana" }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A page whose answer got lost sends the same message again.</summary>
    public Task RedeliverAsync(CancellationToken cancellationToken) =>
        PostAsync(_newest!.Value.Conversation, _newest.Value.Text, _newest.Value.Key, null, cancellationToken);

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken) => Server.Platform.DeleteAsync(message, cancellationToken);

    public Task RateLimitAsync(ConversationKey conversation, TimeSpan duration, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveBotAsync(ConversationKey conversation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task PostAsync(ConversationKey conversation, string text, string key, SaidFile? file, CancellationToken cancellationToken)
    {
        using var form = new Form().Text(text).User("Ana").Add("key", key);
        if (file is not null)
        {
            form.File(file.Name, file.Content, file.MimeType);
        }

        using var response = await Server.Client.PostAsync($"/api/channels/{conversation.Channel}/messages", form.Content, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    private async Task<SeenMessage> SeeAsync(JsonElement message, CancellationToken cancellationToken)
    {
        var file = message.GetProperty("attachments").EnumerateArray().FirstOrDefault();
        var hasFile = file.ValueKind == JsonValueKind.Object;
        return new SeenMessage(
            message.GetProperty("id").GetString()!,
            message.GetProperty("text").GetString()!,
            [.. message.GetProperty("buttons").EnumerateArray().Select(b => b.GetProperty("label").GetString()!)],
            hasFile ? file.GetProperty("name").GetString() : null,
            hasFile ? await Server.Client.GetByteArrayAsync(file.GetProperty("url").GetString(), cancellationToken) : null);
    }
}
