using System.Globalization;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Updates;

/// <summary>Who administers a group. Answers are believed for a minute and few are kept.</summary>
internal sealed class Administrators(TelegramGateway gateway, IOptions<TelegramOptions> options, TimeProvider clock)
{
    private const int MostKept = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(long, long), (bool IsOne, DateTimeOffset Until)> _kept = [];

    /// <summary>True for creator and administrators; in a private chat always.</summary>
    public async Task<bool> IsOneAsync(ChatAddress address, string authorId, CancellationToken cancellationToken)
    {
        if (!address.IsGroup || InboundTranslator.IsAnonymousId(authorId))
        {
            return true;
        }

        if (!long.TryParse(authorId, NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            return false;
        }

        return Kept(address.Chat, user) ?? Keep(address.Chat, user, await AskAsync(address.Chat, user, cancellationToken));
    }

    private async Task<bool?> AskAsync(long chat, long user, CancellationToken cancellationToken)
    {
        try
        {
            var member = await gateway.GetChatMemberAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, cancellationToken);
            return member.Status is "creator" or "administrator";
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            // Whoever cannot be asked about gets no more rights than everybody has.
            return null;
        }
    }

    private bool? Kept(long chat, long user)
    {
        lock (_lock)
        {
            return _kept.TryGetValue((chat, user), out var kept) && kept.Until > clock.GetUtcNow() ? kept.IsOne : null;
        }
    }

    private bool Keep(long chat, long user, bool? isOne)
    {
        if (isOne is { } known)
        {
            lock (_lock)
            {
                if (_kept.Count >= MostKept)
                {
                    _kept.Clear();
                }

                _kept[(chat, user)] = (known, clock.GetUtcNow() + options.Value.AdministratorCache);
            }
        }

        return isOne ?? false;
    }
}
