using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Limits wrong tokens per address, so that the token cannot be guessed. While an address is blocked, even the right token is refused. Of
/// several instances each accepts its part, so that whoever asks all of them has no more attempts.
/// </summary>
internal sealed class AttemptLimiter(IOptions<WebChatOptions> options, IPaceShare share, TimeProvider time)
{
    private const int MaxAddresses = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until)> _failures = new(StringComparer.Ordinal);

    /// <summary>Runs an attempt unless the address is blocked. One at a time: parallel guesses must not slip past the count.</summary>
    /// <param name="address">The peer.</param>
    /// <param name="attempt">Returns true if the token is right.</param>
    /// <param name="retryAfter">How long the address is blocked; zero if the attempt was made.</param>
    /// <returns>True if the attempt was made and succeeded.</returns>
    public bool Try(IPAddress? address, Func<bool> attempt, out TimeSpan retryAfter)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var key = Key(address);
            var (count, until) = _failures.TryGetValue(key, out var known) && known.Until > now ? known : (0, now + options.Value.SignInWindow);
            retryAfter = count >= Math.Max(1, options.Value.SignInAttempts / share.Processes) ? until - now : TimeSpan.Zero;
            if (retryAfter > TimeSpan.Zero)
            {
                return false;
            }

            if (attempt())
            {
                return true;
            }

            Evict(now);
            _failures[key] = (count + 1, until);
            return false;
        }
    }

    /// <summary>An IPv6 user owns a whole /64.</summary>
    private static string Key(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private void Evict(DateTimeOffset now)
    {
        if (_failures.Count < MaxAddresses)
        {
            return;
        }

        foreach (var address in _failures.Where(f => f.Value.Until <= now).Select(f => f.Key).ToList())
        {
            _failures.Remove(address);
        }

        if (_failures.Count >= MaxAddresses)
        {
            _failures.Clear();
        }
    }
}
