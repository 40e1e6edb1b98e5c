using System.Net;
using System.Net.Http.Headers;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class ContractTests
{
    [Fact]
    public async Task A_client_id_is_one_user_and_a_token_lives_seven_days()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(clock: clock);
        using var nobody = await bench.Http.PostAsync("/api/auth/anonymous-token", null);
        await LocalBench.ExpectErrorAsync(nobody, 400, 400);

        var first = await bench.SignInAsync("client-a");
        Assert.StartsWith("nmv_usr_", first.GetProperty("token").GetString());
        Assert.StartsWith("anon_", first.GetProperty("user_id").GetString());
        Assert.Equal("2026-03-08T12:00:00Z", first.GetProperty("expires_at").GetString());
        Assert.True(first.GetProperty("credits").GetInt64() > 1000);
        var again = await bench.IssueAsync("client-a");
        Assert.Equal(first.GetProperty("user_id").GetString(), again.GetProperty("user_id").GetString());
        Assert.NotEqual(first.GetProperty("token").GetString(), again.GetProperty("token").GetString());
        Assert.NotEqual(first.GetProperty("user_id").GetString(), (await bench.IssueAsync("client-b")).GetProperty("user_id").GetString());

        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        using var good = await bench.Http.GetAsync("/api/credits/balance/simple");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(2));
        using var old = await bench.Http.GetAsync("/api/credits/balance/simple");
        await LocalBench.ExpectErrorAsync(old, 401, 1001);
    }

    [Theory]
    [InlineData("GET", "/api/credits/balance/simple")]
    [InlineData("GET", "/api/state/nemo_agent/me/1/latest")]
    [InlineData("POST", "/api/tasks/me/with-session/nemo_agent")]
    [InlineData("POST", "/api/upload-video/nemo_agent/me/1")]
    [InlineData("POST", "/api/auth/claim-token")]
    [InlineData("POST", "/run_sse")]
    [InlineData("GET", "/api/render/proxy/lambda/x")]
    [InlineData("GET", "/api/render/proxy/x/download")]
    public async Task Everything_else_wants_a_token(string method, string path)
    {
        await using var bench = await LocalBench.StartAsync();
        await bench.SignInAsync();
        bench.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nmv_usr_" + new string('0', 64));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await bench.Http.SendAsync(request);
        await LocalBench.ExpectErrorAsync(response, 401, 1001);
    }

    [Fact]
    public async Task Sessions_belong_to_one_user_and_can_be_claimed()
    {
        await using var bench = await LocalBench.StartAsync();
        await bench.SignInAsync("client-a");
        var session = await bench.CreateSessionAsync();
        var id = session.GetProperty("session_id").GetString()!;
        Assert.Matches("^[0-9]{19}$", id);
        using var claimed = await bench.PostAsync("/api/auth/claim-token", new { task_id = session.GetProperty("task_id").GetString(), session_id = id });
        var claim = (await LocalBench.ReadAsync(claimed)).GetProperty("data");
        Assert.StartsWith("clm_", claim.GetProperty("claim_token").GetString());
        Assert.Equal(604800, claim.GetProperty("expires_in").GetInt32());

        var state = await bench.StateAsync(id);
        Assert.False(state.GetProperty("state").TryGetProperty("draft", out _));
        Assert.Equal("project", state.GetProperty("task_name").GetString());

        await bench.SignInAsync("client-b");
        using var foreign = await bench.Http.GetAsync($"/api/state/nemo_agent/me/{id}/latest");
        await LocalBench.ExpectErrorAsync(foreign, 404, 1002);
        await LocalBench.ExpectErrorAsync(await bench.RunAsync("12345", "hi"), 404, 1002);
        await LocalBench.ExpectErrorAsync(await bench.RunAsync("../sessions/1", "hi"), 404, 1002);
        await LocalBench.ExpectErrorAsync(await bench.UploadAsync(id, ("a.mp3", FakeMediaTools.Audio())), 404, 1002);
    }

    [Fact]
    public async Task Export_without_the_skill_headers_is_blocked()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        var draft = await bench.DraftAsync(session);
        bench.Http.DefaultRequestHeaders.Remove("X-Skill-Version");
        await LocalBench.ExpectErrorAsync(await bench.SubmitAsync(session, "render_1", draft), 402, 402);
        Assert.Empty(bench.Renderer.Projects);
    }

    [Theory]
    [InlineData("{\"session_id\":\"1\"}")]
    [InlineData("{\"appName\":\"nemo_agent\",\"userId\":\"me\",\"sessionId\":\"1\"}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_request_that_is_not_as_documented_is_refused(string body)
    {
        await using var bench = await LocalBench.StartAsync();
        await bench.SignInAsync();
        using var response = await bench.Http.PostAsync("/run_sse", new StringContent(body));
        await LocalBench.ExpectErrorAsync(response, 400, 400);
    }

    [Fact]
    public async Task Unknown_addresses_answer_in_the_envelope()
    {
        await using var bench = await LocalBench.StartAsync();
        using var response = await bench.Http.GetAsync("/api/nothing");
        await LocalBench.ExpectErrorAsync(response, 404, 404);
    }

    [Fact]
    public async Task Tokens_lie_on_disk_only_as_hashes()
    {
        await using var bench = await LocalBench.StartAsync();
        var token = (await bench.SignInAsync()).GetProperty("token").GetString()!;
        foreach (var file in Directory.EnumerateFiles(bench.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(token[^40..], await File.ReadAllTextAsync(file));
        }
    }
}
