using Microsoft.Extensions.Options;
using NemoBot.Core.Access;
using NemoBot.Core.Platforms;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>Who may use the bot, and the codes with which the admin page lets people in.</summary>
internal sealed class AdminPairing(PairingService pairing, IOptionsMonitor<AccessOptions> access)
{
    /// <summary>The chat that learns who used a code of the admin page.</summary>
    private static readonly ConversationKey Chat = new("web", "admin");

    public async Task<AdminAccess> ReadAsync(CancellationToken cancellationToken) => new(
        !access.CurrentValue.OnlyKnown,
        await pairing.CountCodesAsync(cancellationToken).ConfigureAwait(false),
        (long)access.CurrentValue.PairingLife.TotalSeconds);

    /// <returns>A code; null if everybody may use the bot.</returns>
    public async Task<string?> CreateAsync(CancellationToken cancellationToken) =>
        access.CurrentValue.OnlyKnown ? await pairing.CreateAsync(Chat, cancellationToken).ConfigureAwait(false) : null;
}
