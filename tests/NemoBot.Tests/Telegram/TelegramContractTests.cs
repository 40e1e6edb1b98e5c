using NemoBot.Telegram;
using NemoBot.Tests.Contracts;

namespace NemoBot.Tests.Telegram;

/// <summary>Telegram keeps what every platform promises.</summary>
[PlatformSuite(typeof(TelegramPlatform))]
public sealed class TelegramContractTests : ChatPlatformContract
{
    protected override async Task<IPlatformHarness> CreateAsync(CancellationToken cancellationToken) => await TelegramHarness.CreateAsync();
}
