using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>Tokens: asked for once, kept hidden, renewed with the same client id, never shown.</summary>
public sealed class IdentityTests
{
    private const string TokenPath = "/api/auth/anonymous-token";

    [Fact]
    public async Task One_token_serves_many_calls_and_a_restart()
    {
        var accounts = new MemoryAccounts();
        await using var scene = await NemoScene.StartAsync(accounts: accounts);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Backend.GetCreditsAsync(scene.Caller, default)));
        Assert.Equal(1, scene.Cloud.Count(TokenPath));
        var record = Assert.Single(accounts.Records.Values);
        Assert.Equal("cloud:default", record.Key);
        Assert.DoesNotContain("nmv_usr", record.ProtectedToken);
        Assert.Equal("anon_77", record.UserId);
        Assert.True(await scene.Backend.IsAnonymousAsync(scene.Caller, default));

        using var again = new global::NemoBot.Nemo.NemoBackend(
            new() { Traits = scene.Backend.Traits, Api = scene.Cloud.Address }, accounts, new ReversingProtector(), scene.Clock, scene.Logs);
        await again.GetCreditsAsync(scene.Caller, default);
        Assert.Equal(1, scene.Cloud.Count(TokenPath));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_is_no_longer_taken_is_renewed_once_for_all(bool byStatus)
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.RefusesByStatus = byStatus;
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        scene.Cloud.ForgetTokens();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Backend.GetCreditsAsync(scene.Caller, default)));
        Assert.Equal(2, scene.Cloud.Count(TokenPath));
        Assert.Single(ClientIds(scene).Distinct());
    }

    [Fact]
    public async Task A_token_is_renewed_a_day_before_it_ends()
    {
        await using var scene = await NemoScene.StartAsync();
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        scene.Clock.Advance(TimeSpan.FromDays(5.9));
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        Assert.Equal(1, scene.Cloud.Count(TokenPath));
        scene.Clock.Advance(TimeSpan.FromDays(0.2));
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        Assert.Equal(2, scene.Cloud.Count(TokenPath));
        Assert.Single(ClientIds(scene).Distinct());
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_yet_is_used_on()
    {
        await using var scene = await NemoScene.StartAsync();
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        scene.Clock.Advance(TimeSpan.FromDays(6.1));
        scene.Cloud.Fail(TokenPath, 429, times: 2, retryAfter: "1");
        await scene.Soon(scene.Backend.GetCreditsAsync(scene.Caller, default));
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        Assert.Equal(3, scene.Cloud.Count(TokenPath));
    }

    [Fact]
    public async Task A_client_id_that_is_not_taken_is_made_anew_once()
    {
        await using var scene = await NemoScene.StartAsync(c => c with { ClientId = "mine" });
        scene.Cloud.Fail(TokenPath, 400, """{"code":400,"message":"client id missing"}""");
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        Assert.Equal("mine", ClientIds(scene)[0]);
        Assert.True(Guid.TryParse(ClientIds(scene)[1], out _));
        scene.Cloud.ForgetTokens();
        scene.Cloud.Fail(TokenPath, 400, times: 2);
        Assert.Equal(BackendErrorKind.BadToken, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Sun, 01 Mar 2026 12:00:09 GMT", 9)]
    [InlineData(null, 30)]
    public async Task A_429_is_waited_out_as_told_and_once(string? retryAfter, int seconds)
    {
        await using var scene = await NemoScene.StartAsync();
        var start = scene.Clock.GetUtcNow();
        scene.Cloud.Fail(TokenPath, 429, retryAfter: retryAfter);
        await scene.Soon(scene.Backend.GetCreditsAsync(scene.Caller, default));
        Assert.InRange((scene.Clock.GetUtcNow() - start).TotalSeconds, seconds, 600);
        scene.Cloud.Fail("/api/credits", 429, times: 5, retryAfter: "1");
        Assert.Equal(BackendErrorKind.RateLimited, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
        Assert.Equal(3, scene.Cloud.Count("/api/credits"));
    }

    [Fact]
    public async Task A_service_without_space_is_asked_once()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/api/credits", 507, times: 5);
        Assert.Equal(BackendErrorKind.OutOfSpace, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
        Assert.Equal(1, scene.Cloud.Count("/api/credits"));
    }

    [Fact]
    public async Task The_operators_token_wins_and_is_not_replaced()
    {
        await using var scene = await NemoScene.StartAsync(c => c with { Token = "nmv_usr_operator" });
        scene.Cloud.Register("nmv_usr_operator");
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        Assert.False(await scene.Backend.IsAnonymousAsync(scene.Caller, default));
        scene.Cloud.ForgetTokens();
        Assert.Equal(BackendErrorKind.BadToken, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
        Assert.Equal(0, scene.Cloud.Count(TokenPath));
        Assert.Empty(scene.Accounts.Records);
    }

    [Fact]
    public async Task Somebodys_own_token_is_checked_kept_hidden_and_forgotten()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Register("nmv_usr_ana");
        var key = await scene.Backend.ConnectAsync(" nmv_usr_ana ", scene.Caller.Skill, default);
        Assert.DoesNotContain("nmv_usr_", scene.Accounts.Records[key].ProtectedToken);
        var ana = scene.Caller with { AccountKey = key };
        await scene.Backend.GetCreditsAsync(ana, default);
        Assert.False(await scene.Backend.IsAnonymousAsync(ana, default));
        Assert.Equal(0, scene.Cloud.Count(TokenPath));

        foreach (var wrong in (string[])["nmv_usr_nobody", "", "two words", "line\nbreak"])
        {
            Assert.Equal(BackendErrorKind.BadToken, (await scene.FailsAsync(() => scene.Backend.ConnectAsync(wrong, scene.Caller.Skill, default))).Kind);
        }

        Assert.Single(scene.Accounts.Records);
        scene.Cloud.ForgetTokens();
        Assert.Equal(BackendErrorKind.BadToken, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(ana, default))).Kind);
        await ((IAccountStore)scene.Accounts).DeleteAccountAsync(key, default);
        Assert.Equal(BackendErrorKind.BadToken, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(ana, default))).Kind);
        Assert.Equal(0, scene.Cloud.Count(TokenPath));
    }

    [Fact]
    public async Task Words_of_the_service_never_carry_a_token_on()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/api/credits", 200, """{"code":1234,"message":"token nmv_usr_secret42 is bad, Bearer abc.def"}""");
        var error = await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default));
        Assert.Equal("token *** is bad, Bearer ***", error.Message);
    }

    private static List<string> ClientIds(NemoScene scene) =>
        [.. scene.Cloud.Requests.Where(r => r.Path == TokenPath).Select(r => r.Headers["X-Client-Id"])];
}
