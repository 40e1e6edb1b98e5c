using System.Net;
using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using Xunit;

namespace NemoBot.Tests.Web;

/// <summary>What the tests of the HTTP interface share: a folder, a log that survives restarts, a sink.</summary>
public abstract class WebChatTest : IDisposable
{
    internal static readonly ConversationKey Main = new("web", "main");
    internal const string Messages = "/api/channels/main/messages";

    private protected TestFolder Folder { get; } = new();

    private protected InMemoryLog Log { get; } = new();

    private protected RecordingSink Sink { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<WebServer> StartAsync(params (string Name, string Value)[] settings) =>
        WebServer.StartAsync(Folder, Sink, Log, settings: settings);

    private protected static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == expected, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private protected static async Task<string> CodeAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var json = await ReadAsync(response, expected);
        Assert.NotEmpty(json.GetProperty("error").GetString()!);
        return json.GetProperty("code").GetString()!;
    }

    private protected static async Task<string> SendAsync(WebServer server, Form form)
    {
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        return (await ReadAsync(response, HttpStatusCode.Accepted)).GetProperty("id").GetString()!;
    }

    private protected static async Task<List<JsonElement>> HistoryAsync(WebServer server, string query = "")
    {
        using var document = JsonDocument.Parse(await server.Client.GetStringAsync(Messages + query, Stop));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }

    /// <summary>The files below the chat's folder that hold something of a message.</summary>
    private protected int KeptFiles() => Folder.Files.Count;
}
