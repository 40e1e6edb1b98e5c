using NemoBot.Discord;
using NemoBot.Tests.Contracts;

namespace NemoBot.Tests.Discord;

[PlatformSuite(typeof(DiscordPlatform))]
public sealed class DiscordPlatformContractTests : ChatPlatformContract
{
    protected override async Task<IPlatformHarness> CreateAsync(CancellationToken cancellationToken) => await DiscordHarness.CreateAsync();
}
