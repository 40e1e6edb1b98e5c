using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo;
using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Settings;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A running server with a folder of its own, and a plain HTTP client that speaks to it as the contract says.</summary>
internal sealed class LocalBench : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("localnemo-").FullName;
    private CaptionTools? _captions;
    private StudioSharing? _sharing;
    private LocalNemoServer? _server;

    private LocalBench(LocalNemoOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        options.DataFolder = _folder;
        options.MinFreeBytes = options.MinFreeBytes == new LocalNemoOptions().MinFreeBytes ? 0 : options.MinFreeBytes;
    }

    public LocalNemoOptions Options { get; }

    public TimeProvider Clock { get; }

    public FakeMediaTools Media { get; } = new();

    public FakeRenderer Renderer { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public string Folder => _folder;

    public Uri Address => _server!.Address;

    public static async Task<LocalBench> StartAsync(
        Action<LocalNemoOptions>? configure = null,
        TimeProvider? clock = null,
        IMediaTools? media = null,
        IProjectRenderer? renderer = null,
        CaptionTools? captions = null,
        StudioSharing? sharing = null)
    {
        var options = new LocalNemoOptions();
        configure?.Invoke(options);
        var bench = new LocalBench(options, clock ?? TimeProvider.System) { _captions = captions, _sharing = sharing };
        await bench.BeginAsync(media ?? bench.Media, renderer ?? bench.Renderer);
        return bench;
    }

    /// <summary>Stops and starts again on the same folder; the client keeps its headers.</summary>
    public async Task RestartAsync(IProjectRenderer? renderer = null)
    {
        var old = Http;
        await _server!.DisposeAsync();
        await BeginAsync(Media, renderer ?? Renderer);
        foreach (var (name, values) in old.DefaultRequestHeaders)
        {
            Http.DefaultRequestHeaders.TryAddWithoutValidation(name, values);
        }

        old.Dispose();
    }

    /// <summary>Takes a token for a client and sends it and the skill headers from now on.</summary>
    public async Task<JsonElement> SignInAsync(string client = "11111111-2222-3333-4444-555555555555")
    {
        var data = await IssueAsync(client);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", data.GetProperty("token").GetString());
        foreach (var (name, value) in new[] { ("X-Skill-Source", "audio-upload-aioz"), ("X-Skill-Version", "1.0.0"), ("X-Skill-Platform", "unknown") })
        {
            Http.DefaultRequestHeaders.Remove(name);
            Http.DefaultRequestHeaders.Add(name, value);
        }

        return data;
    }

    public async Task<JsonElement> IssueAsync(string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/anonymous-token");
        request.Headers.Add("X-Client-Id", client);
        using var response = await Http.SendAsync(request);
        return (await ReadAsync(response)).GetProperty("data");
    }

    public async Task<JsonElement> CreateSessionAsync(string language = "en")
    {
        using var response = await PostAsync("/api/tasks/me/with-session/nemo_agent", new { task_name = "project", language });
        return (await ReadAsync(response)).GetProperty("data");
    }

    /// <summary>Signs in and begins a session.</summary>
    public async Task<string> BeginSessionAsync(string language = "en")
    {
        await SignInAsync();
        return (await CreateSessionAsync(language)).GetProperty("session_id").GetString()!;
    }

    public Task<HttpResponseMessage> PostAsync<T>(string path, T body) =>
        Http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"));

    public async Task<HttpResponseMessage> UploadAsync(string session, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return await Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", form);
    }

    public Task<HttpResponseMessage> RunAsync(string session, string text, CancellationToken cancellationToken = default)
    {
        var body = new { app_name = "nemo_agent", user_id = "me", session_id = session, new_message = new { parts = new[] { new { text } } } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/run_sse")
        {
            Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Says something and gives the events.</summary>
    public async Task<IReadOnlyList<JsonElement>> SayAsync(string session, string text)
    {
        using var response = await RunAsync(session, text);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return Events(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The requests that are offered as buttons.</summary>
    public static List<string> Offers(IReadOnlyList<JsonElement> events) =>
    [
        .. events.Where(e => e.TryGetProperty("content", out _)).SelectMany(e => e.GetProperty("content").GetProperty("parts").EnumerateArray())
            .Where(p => p.TryGetProperty("functionCall", out var call) && call.GetProperty("name").GetString() == "offer_requests")
            .SelectMany(p => p.GetProperty("functionCall").GetProperty("args").GetProperty("requests").EnumerateArray()).Select(r => r.GetString()!),
    ];

    /// <summary>The whole texts among events.</summary>
    public static IReadOnlyList<string> Texts(IEnumerable<JsonElement> events) =>
    [
        .. events.Where(e => e.TryGetProperty("content", out _) && !e.GetProperty("partial").GetBoolean())
            .SelectMany(e => e.GetProperty("content").GetProperty("parts").EnumerateArray())
            .Where(p => p.TryGetProperty("text", out _)).Select(p => p.GetProperty("text").GetString()!),
    ];

    public static IReadOnlyList<JsonElement> Events(string stream) =>
    [
        .. stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(e =>
        {
            Assert.StartsWith("data: ", e);
            return JsonDocument.Parse(e[6..]).RootElement;
        }),
    ];

    public async Task<JsonElement> StateAsync(string session)
    {
        using var response = await Http.GetAsync($"/api/state/nemo_agent/me/{session}/latest");
        return (await ReadAsync(response)).GetProperty("data");
    }

    public async Task<JsonElement> DraftAsync(string session) => (await StateAsync(session)).GetProperty("state").GetProperty("draft");

    public Task<HttpResponseMessage> SubmitAsync(string session, string id, JsonElement draft, string? variant = null) =>
        PostAsync("/api/render/proxy/lambda", new { id, sessionId = session, draft, output = new { format = "mp4", quality = "high", variant } });

    /// <summary>Polls until a render is over.</summary>
    public async Task<JsonElement> WaitForAsync(string id)
    {
        for (var i = 0; i < 2000; i++)
        {
            var view = await PollAsync(id);
            if (view.GetProperty("status").GetString() is not ("pending" or "processing"))
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        throw new TimeoutException("The render did not end.");
    }

    public async Task<JsonElement> PollAsync(string id)
    {
        using var response = await Http.GetAsync($"/api/render/proxy/lambda/{id}");
        return await ReadAsync(response);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Checks that an answer is an error of the envelope's form.</summary>
    public static async Task<string> ExpectErrorAsync(HttpResponseMessage response, int status, int code)
    {
        var body = await ReadAsync(response);
        Assert.Equal((status, code), ((int)response.StatusCode, body.GetProperty("code").GetInt32()));
        response.Dispose();
        return body.GetProperty("message").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BeginAsync(IMediaTools media, IProjectRenderer renderer)
    {
        _server = await LocalNemoServer.StartAsync(Options, media, renderer, null, _captions, _sharing, Clock, NullLoggerFactory.Instance, CancellationToken.None);
        Http = new HttpClient { BaseAddress = _server.Address };
    }
}
