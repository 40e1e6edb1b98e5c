using System.Globalization;
using Microsoft.Extensions.Options;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Requests;

namespace NemoBot.Telegram.Updates;

/// <summary>Looks up who administers a group. Answers are cached for a short time.</summary>
internal sealed class AdministratorLookup(TelegramGateway gateway, IOptions<TelegramOptions> options, TimeProvider clock)
{
    private const int CacheSize = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(long, long), (bool IsAdministrator, DateTimeOffset Until)> _cache = [];

    /// <summary>True for the owner and administrators; always true in a private chat.</summary>
    public async Task<bool> IsAdministratorAsync(ChatAddress address, string authorId, CancellationToken cancellationToken)
    {
        if (!address.IsGroup || InboundTranslator.IsAnonymousId(authorId))
        {
            return true;
        }

        if (!long.TryParse(authorId, NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            return false;
        }

        return FindCached(address.Chat, user) ?? Cache(address.Chat, user, await AskAsync(address.Chat, user, cancellationToken));
    }

    private async Task<bool?> AskAsync(long chat, long user, CancellationToken cancellationToken)
    {
        try
        {
            var member = await gateway.AskAsync(new GetChatMemberRequest { ChatId = chat, UserId = user }, cancellationToken);
            return member.IsAdmin;
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            // Without an answer the person gets no extra rights; the next request asks again.
            return null;
        }
    }

    private bool? FindCached(long chat, long user)
    {
        lock (_lock)
        {
            return _cache.TryGetValue((chat, user), out var cached) && cached.Until > clock.GetUtcNow() ? cached.IsAdministrator : null;
        }
    }

    private bool Cache(long chat, long user, bool? isAdministrator)
    {
        if (isAdministrator is { } known)
        {
            lock (_lock)
            {
                if (_cache.Count >= CacheSize)
                {
                    _cache.Clear();
                }

                _cache[(chat, user)] = (known, clock.GetUtcNow() + options.Value.AdministratorCache);
            }
        }

        return isAdministrator ?? false;
    }
}
