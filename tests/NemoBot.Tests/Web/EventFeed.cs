using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace NemoBot.Tests.Web;

/// <summary>A reader of a chat's event stream.</summary>
internal sealed class EventFeed : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private EventFeed(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _parser = SseParser.Create(body);
        _events = _parser.EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>The id a browser would come back with.</summary>
    public string LastId => _parser.LastEventId;

    public static async Task<EventFeed> OpenAsync(HttpClient client, string? lastId = null, string channel = "main")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/channels/{channel}/events");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode == HttpStatusCode.OK
            ? new EventFeed(response, await response.Content.ReadAsStreamAsync())
            : throw new InvalidOperationException(response.StatusCode.ToString());
    }

    /// <summary>The next event; fails after 30 s.</summary>
    public async Task<(string Id, string Kind, JsonElement Data)> NextAsync()
    {
        var isThere = await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        if (!isThere)
        {
            throw new InvalidOperationException("The stream ended.");
        }

        return (_parser.LastEventId, _events.Current.EventType, JsonDocument.Parse(_events.Current.Data).RootElement);
    }

    /// <summary>True once the server has ended the stream.</summary>
    public async Task<bool> EndsAsync()
    {
        try
        {
            return !await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
