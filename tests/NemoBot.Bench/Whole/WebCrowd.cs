using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace NemoBot.Bench.Whole;

/// <summary>Channels of the bot's own web chat, over its HTTP API.</summary>
internal sealed class WebCrowd : ICrowd
{
    private readonly HttpClient _http;
    private readonly List<string> _complaints = [];
    private readonly Dictionary<int, (IReadOnlyList<string> Texts, int Files)> _seen = [];
    private readonly string _address = $"http://127.0.0.1:{FreePort()}";

    public WebCrowd() => _http = new HttpClient { BaseAddress = new Uri(_address), Timeout = TimeSpan.FromMinutes(2) };

    public Dictionary<string, string> Settings => new()
    {
        [BotProcess.Urls] = _address,
        ["NEMOBOT__Budget__RequestsPerPerson"] = "0",
    };

    /// <summary>The bot is started once it says that it is ready.</summary>
    public bool IsReady => true;

    public IEnumerable<string> Complaints => _complaints;

    public void Say(int place, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(text), "text" },
            { new StringContent(string.Create(CultureInfo.InvariantCulture, $"Person {place}")), "user" },
            { new StringContent("en"), "lang" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(place)) { Content = form };
        using var answer = _http.Send(request);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"{place}: {(int)answer.StatusCode}"));
        }
    }

    /// <summary>While the bot is down: what was there before.</summary>
    public (IReadOnlyList<string> Texts, int Files) Look(int place)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(place));
            using var answer = _http.Send(request);
            using var messages = JsonDocument.Parse(answer.Content.ReadAsStream());
            var all = messages.RootElement.EnumerateArray().ToList();
            _seen[place] = (
                [.. all.Where(m => m.GetProperty("kind").GetString() == "status").Select(m => m.GetProperty("text").GetString()!)],
                all.Count(m => m.GetProperty("kind").GetString() == "video"));
        }
        catch (HttpRequestException)
        {
            _seen.TryAdd(place, ([], 0));
        }

        return _seen[place];
    }

    /// <summary>Requests are single ones: there is no connection to cut.</summary>
    public void Cut()
    {
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string PathOf(int place) => string.Create(CultureInfo.InvariantCulture, $"/api/channels/place{place}/messages");

    /// <summary>One that stays the same over a restart.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
