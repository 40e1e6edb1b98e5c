using System.Net.Http.Json;
using System.Text.Json;

namespace NemoBot.Tests.Host.Chaos;

/// <summary>A channel of the web chat. A post without an answer is made again under its key, as the page does it.</summary>
internal sealed class WebChat(HostProcess host, string channel, string file) : ChaosChat("web:" + channel)
{
    private const int Attempts = 5;

    private readonly Dictionary<string, (string Text, Task<bool> Sent)> _posts = [];
    private string _refusal = "";

    private string Address => $"/api/channels/{channel}/messages";

    public override Task SayAsync(string text, string tag)
    {
        Tags.Add(tag);
        _posts[tag] = (text, PostAsync(text, tag));
        return Task.CompletedTask;
    }

    public override async Task SayAgainAsync()
    {
        foreach (var (tag, (text, _)) in _posts.ToList())
        {
            for (var attempt = 1; !await _posts[tag].Sent; attempt++)
            {
                Xunit.Assert.True(attempt <= Attempts, $"{tag} was not accepted after the restart: {_refusal}");
                _posts[tag] = (text, PostAsync(text, tag));
            }
        }
    }

    public override async Task<IReadOnlyList<ChaosReply>> ReadAsync()
    {
        var messages = (await host.Http.GetFromJsonAsync<List<JsonElement>>(Address + "?limit=2000"))!;
        return [.. messages.Where(m => m.GetProperty("kind").GetString() != "user").Select(m => ChaosReply.Of(
            m.GetProperty("text").GetString()!,
            m.GetProperty("kind").GetString() == "video",
            m.GetProperty("buttons").EnumerateArray().Select(b => b.GetProperty("id").GetString()!)))];
    }

    private async Task<bool> PostAsync(string text, string tag)
    {
        try
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(text), "text" }, { new StringContent("Ana"), "user" }, { new StringContent(tag), "key" }, { new StringContent("en"), "lang" },
                { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", "talk.mp3" },
            };
            using var answer = await host.Http.PostAsync(Address, form);
            _refusal = $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            return answer.StatusCode == System.Net.HttpStatusCode.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or ObjectDisposedException)
        {
            _refusal = exception.Message;
            return false;
        }
    }
}
