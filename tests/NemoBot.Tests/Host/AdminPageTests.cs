using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The API behind the admin page, on the real bot.</summary>
public sealed class AdminPageTests
{
    private const string Token = "the admin token of this run";

    [Fact]
    public async Task Without_a_token_in_the_settings_there_is_no_admin_page()
    {
        await using var host = await HostProcess.StartAsync([]);
        foreach (var path in (string[])["/admin", "/api/admin/state"])
        {
            using var answer = await host.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Only_the_admin_token_opens_it_and_guesses_are_limited()
    {
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Web__AdminToken"] = Token,
            ["NEMOBOT__Web__AccessToken"] = "the access token",
            ["NEMOBOT__Web__SignInAttempts"] = "3",
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, null));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "the access token"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, Token + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, "admin"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(host, Token));
        Assert.DoesNotContain(Token, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_budgets_and_makes_a_pairing_code_that_lets_one_chat_in()
    {
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Web__AdminToken"] = Token,
            ["NEMOBOT__Access__OnlyKnown"] = "true",
            ["NEMOBOT__Access__AllowedChats__0"] = "web:room",
            ["NEMOBOT__Budget__Requests"] = "5",
        });
        using var signIn = await host.Http.PostAsJsonAsync("/api/admin/session", new { token = Token }, TestContext.Current.CancellationToken);
        await host.SayAsync("make a waveform video");
        var budget = (await ReadAsync(host)).GetProperty("budgets").EnumerateArray().Single(b => b.GetProperty("scope").GetString() == "everyone");
        Assert.Equal(("requests", 1, 5), (budget.GetProperty("kind").GetString(), budget.GetProperty("used").GetInt32(), budget.GetProperty("most").GetInt32()));

        using var pairing = await host.Http.PostAsync("/api/admin/pairing", null, TestContext.Current.CancellationToken);
        var code = (await pairing.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
        Assert.Equal(1, (await ReadAsync(host)).GetProperty("access").GetProperty("codes").GetInt32());
        using var form = new MultipartFormDataContent { { new StringContent($"/pair {code}"), "text" }, { new StringContent("Bo"), "user" } };
        using var paired = await host.Http.PostAsync("/api/channels/newcomer/messages", form, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ReadAsync(host)).GetProperty("access").GetProperty("codes").GetInt32());
    }

    [Fact]
    public async Task It_shows_running_work_cancels_it_and_makes_a_backup()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Web__AdminToken"] = Token,
            ["NEMOBOT__LocalNemo__Simulation__RenderDelay"] = "00:10:00",
        });
        using var signIn = await host.Http.PostAsJsonAsync("/api/admin/session", new { token = Token }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, signIn.StatusCode);
        await host.SayAsync("make a waveform video in 360p", media.Tone());
        await host.WaitAsync(m => HostProcess.Has(m, "status", "Rendering"));

        var state = await ReadAsync(host);
        var work = Assert.Single(state.GetProperty("work").EnumerateArray());
        Assert.Equal(("render", 1), (work.GetProperty("kind").GetString(), work.GetProperty("amount").GetInt32()));
        Assert.Contains(state.GetProperty("conversations").EnumerateArray(), c => c.GetProperty("versions").GetInt32() == 1);
        Assert.Contains(state.GetProperty("disk").EnumerateArray(), d => d.GetProperty("name").GetString() == "web" && d.GetProperty("bytes").GetInt64() > 0);
        Assert.All(state.GetProperty("health").EnumerateArray(), h => Assert.Equal(JsonValueKind.Null, h.GetProperty("problem").ValueKind));

        using var cancelled = await host.Http.PostAsync($"/api/admin/turns/{work.GetProperty("turn").GetInt64()}/cancel", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, cancelled.StatusCode);
        await host.WaitAsync(m => HostProcess.Has(m, "status", "Rendering stopped"));
        using var again = await host.Http.PostAsync("/api/admin/turns/4711/cancel", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        using var backup = await host.Http.PostAsync("/api/admin/backup", null, TestContext.Current.CancellationToken);
        var file = (await backup.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("file").GetString()!;
        Assert.True(new FileInfo(file).Length > 0);
    }

    private static async Task<JsonElement> ReadAsync(HostProcess host) =>
        await host.Http.GetFromJsonAsync<JsonElement>("/api/admin/state", TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> AskAsync(HostProcess host, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/state");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
