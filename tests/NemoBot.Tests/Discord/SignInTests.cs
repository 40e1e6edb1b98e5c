using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>What is asked before anything is connected, of servers that know more or less.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly RecordingSink _sink = new();
    private DiscordHarness _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await DiscordHarness.CreateAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("applications/@me")]
    [InlineData("applications/@me", "users/@me")]
    public async Task A_server_that_only_knows_the_gateway_is_enough(params string[] unknown)
    {
        _bot.Discord.Rest.Before = async (http, path) =>
        {
            if (!unknown.Contains(path))
            {
                return false;
            }

            await StandInRest.ErrorAsync(http, 404, 0, "404: Not Found");
            return true;
        };
        await _bot.StartAsync(_sink, Stop);
        _bot.Discord.Say(_bot.Discord.AddChannel(guild: "900000000000000000"), $"<@{DiscordStandIn.Self}> hello");
        Assert.Equal("hello", (await _sink.NextAsync(Stop)).Text);
        await Until.TrueAsync(() => unknown.Length == 1 || _bot.Discord.Rest.Commands is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/v10")]
    public async Task The_address_may_be_written_without_its_end(string end)
    {
        _bot.Options.ApiBaseUrl = new Uri(_bot.Discord.Address + end);
        _bot.Renew();
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "hello", null, Stop);
        Assert.Equal("hello", (await _sink.NextAsync(Stop)).Text);
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendAsync(_bot.Conversation, new OutboundMessage { Text = "hi" }, Stop));
    }

    [Fact]
    public async Task A_bad_token_ends_with_a_sentence_after_one_request()
    {
        _bot.Options.Token = "wrong";
        await _bot.StartAsync(_sink, Stop);
        var sentence = await Assert.ThrowsAsync<PlatformStartException>(() => _bot.Running);
        Assert.Contains("Reset Token", sentence.Message, StringComparison.Ordinal);
        Assert.Single(_bot.Discord.Requests);
    }

    [Fact]
    public async Task A_bad_token_is_told_before_anything_is_started()
    {
        _bot.Options.Token = "wrong";
        var sentence = await Assert.ThrowsAsync<PlatformStartException>(() => _bot.Platform.CheckAsync(Stop));
        Assert.Contains("NEMOBOT__Discord__Token", sentence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_out_of_reach_does_not_stop_the_start()
    {
        _bot.Discord.Rest.Before = (http, _) =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        await _bot.Clock.AdvanceUntilAsync(CheckedAsync(), TimeSpan.FromSeconds(1));
        async Task<bool> CheckedAsync()
        {
            await _bot.Platform.CheckAsync(Stop);
            return true;
        }
    }
}
