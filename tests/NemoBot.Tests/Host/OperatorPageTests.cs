using System.Net;
using NemoBot.Tests.Nemo;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The pages for the operator, on the real bot.</summary>
public sealed class OperatorPageTests
{
    private const string Token = "a long access token";

    [Fact]
    public async Task Numbers_and_health_are_for_this_machine_and_for_who_knows_the_token()
    {
        await using var host = await HostProcess.StartAsync(new() { ["NEMOBOT__Web__AccessToken"] = Token });
        foreach (var path in (string[])["/metrics", "/healthz"])
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(host, path));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(host, path, ("X-Forwarded-For", "203.0.113.9")));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(host, path, ("X-Forwarded-For", "203.0.113.9"), ("Authorization", "Bearer " + Token)));
        }
    }

    [Fact]
    public async Task A_service_that_does_not_answer_makes_the_bot_not_ready_and_not_dead()
    {
        var cloud = await CloudStandIn.StartAsync();
        await using var host = await HostProcess.StartAsync(new() { ["NEMO_API_URL"] = cloud.Address.ToString(), ["NEMOBOT__Nemo__Limits__BreakerCalls"] = "2" });
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, "/health/ready"));
        await cloud.DisposeAsync();
        await host.SayAsync("make a waveform video please");
        await host.WaitAsync(m => HostProcess.Has(m, "status", "not answering"));
        using var response = await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.All((string[])["not ready", "store: ok", "backend cloud: does not answer", "web: ok"], line => Assert.Contains(line, lines));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host, "/health/live"));
    }

    private static async Task<HttpStatusCode> AskAsync(HostProcess host, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
