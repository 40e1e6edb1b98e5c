using NemoBot.Tests.Discord.StandIn;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>A private channel on Discord.</summary>
internal sealed class DiscordClusterChat(DiscordStandIn server, int number) : ClusterChat($"discord{number}")
{
    private readonly StandInChannel _channel = server.AddChannel(type: 1);

    /// <summary>Makes the channel known to the bot: what is said while it is away is found in channels that it knows.</summary>
    public async Task GreetAsync()
    {
        server.Say(_channel, "/help");
        await ClusterRun.UntilAsync(() => Task.FromResult(_channel.Own().Count > 0), () => "Discord was not answered.");
    }

    /// <summary>Without the answer to the greeting.</summary>
    public override Task<IReadOnlyList<string>> ReadFinalsAsync() => Task.FromResult<IReadOnlyList<string>>(
        [.. _channel.Own().Skip(1).Where(m => m["components"]?.ToJsonString().Contains("\"cancel", StringComparison.Ordinal) is not true).Select(m => (string?)m["content"] ?? "")]);

    protected override Task SayAsync(string text)
    {
        server.Say(_channel, text);
        return Task.CompletedTask;
    }
}
