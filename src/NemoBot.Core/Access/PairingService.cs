using Microsoft.Extensions.Options;
using NemoBot.Core.Budgets;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Access;

/// <summary>Lets newcomers in by a code: short-lived, for one use, with limited guesses. All of it survives a restart.</summary>
internal sealed class PairingService(IValueStore store, UsageLedger ledger, IOptionsMonitor<AccessOptions> options, TimeProvider clock)
{
    private const string Tickets = "access:codes";
    private const int MostTickets = 20;

    /// <summary>Makes a code.</summary>
    /// <param name="creator">The chat that learns who used it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<string> CreateAsync(ConversationKey creator, CancellationToken cancellationToken)
    {
        var code = PairingCode.Create();
        var now = clock.GetUtcNow();
        var ticket = new PairingTicket(PairingCode.Hash(code), now + options.CurrentValue.PairingLife, creator);
        await store.UpdateValuesAsync(
            [Tickets],
            old => [new ExpiringValue(PairingTicket.Write(Valid(old[0], now).Append(ticket).TakeLast(MostTickets)), ticket.ExpiresAt)],
            cancellationToken).ConfigureAwait(false);
        return code;
    }

    /// <summary>How many codes are still valid.</summary>
    public async Task<int> CountCodesAsync(CancellationToken cancellationToken) =>
        Valid(await store.GetValueAsync(Tickets, cancellationToken).ConfigureAwait(false), clock.GetUtcNow()).Count();

    /// <summary>Uses a code up.</summary>
    /// <param name="id">Who is let in.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<PairingResult> RedeemAsync(string id, string code, CancellationToken cancellationToken)
    {
        if (await CountGuessAsync(id, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return new PairingResult(null, refusal.RetryAfter);
        }

        var (hash, now) = (PairingCode.Hash(code), clock.GetUtcNow());
        PairingTicket? used = null;
        await store.UpdateValuesAsync(
            [Tickets, NameOf(id)],
            old =>
            {
                var valid = Valid(old[0], now).ToList();
                used = null;
                foreach (var ticket in valid)
                {
                    // All are compared, so that the time says nothing about them.
                    used = PairingCode.AreEqual(ticket.Hash, hash) ? ticket : used;
                }

                var rest = valid.Where(t => t != used).ToList();
                return used is null ? null : [rest.Count == 0 ? null : new ExpiringValue(PairingTicket.Write(rest), rest.Max(t => t.ExpiresAt)), Paired(now)];
            },
            cancellationToken).ConfigureAwait(false);
        return new PairingResult(used?.Creator, null);
    }

    /// <summary>True for whom a code has let in, as long as they keep using the bot.</summary>
    public async Task<bool> IsPairedAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetValueAsync(NameOf(id), cancellationToken).ConfigureAwait(false) is not { } text || !DateTimeOffset.TryParse(text, null, out var seen))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        if (now - seen > options.CurrentValue.PairedLife)
        {
            return false;
        }

        if (now - seen > options.CurrentValue.PairedLife / 10)
        {
            await store.UpdateValuesAsync([NameOf(id)], old => old[0] is null ? null : [Paired(now)], cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Takes the access of a paired person or chat away.</summary>
    /// <returns>False if there was none.</returns>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        store.UpdateValuesAsync([NameOf(id)], old => old[0] is null ? null : [null], cancellationToken);

    /// <summary>A right code counts too: parallel guesses must not slip past the count.</summary>
    private Task<UsageRefusal?> CountGuessAsync(string id, CancellationToken cancellationToken) => ledger.TryUseAsync(
        [
            new UsageLimit("pairing:" + id, 1, options.CurrentValue.GuessesPerPerson, options.CurrentValue.GuessWindow),
            new UsageLimit("pairing", 1, options.CurrentValue.Guesses, options.CurrentValue.GuessWindow),
        ],
        cancellationToken);

    private ExpiringValue Paired(DateTimeOffset now) => new(now.ToString("O"), now + options.CurrentValue.PairedLife);

    private static IEnumerable<PairingTicket> Valid(string? text, DateTimeOffset now) => PairingTicket.Parse(text).Where(t => t.ExpiresAt > now);

    private static string NameOf(string id) => "access:paired:" + (id.Length <= 150 ? id : PairingCode.Hash(id));
}
