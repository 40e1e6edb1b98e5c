using NemoBot.Tests.Contracts;
using NemoBot.Web.Chat;

namespace NemoBot.Tests.Web;

[PlatformSuite(typeof(WebPlatform))]
public sealed class WebPlatformContractTests : ChatPlatformContract
{
    protected override Task<IPlatformHarness> CreateAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IPlatformHarness>(new WebHarness());
}
