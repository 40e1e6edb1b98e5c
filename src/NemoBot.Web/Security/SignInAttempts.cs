using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>Counts wrong tokens per address, so that one cannot be found by trying.</summary>
internal sealed class SignInAttempts(IOptions<WebChatOptions> options, TimeProvider time)
{
    private const int MostAddresses = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until)> _failures = new(StringComparer.Ordinal);

    public bool MayTry(string address)
    {
        lock (_gate)
        {
            return !_failures.TryGetValue(address, out var f) || f.Until <= time.GetUtcNow() || f.Count < options.Value.SignInAttempts;
        }
    }

    public void Fail(string address)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_failures.Count >= MostAddresses)
            {
                Forget(now);
            }

            var known = _failures.TryGetValue(address, out var f) && f.Until > now;
            _failures[address] = known ? (f.Count + 1, f.Until) : (1, now + options.Value.SignInWindow);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var address in _failures.Where(f => f.Value.Until <= now).Select(f => f.Key).ToList())
        {
            _failures.Remove(address);
        }

        if (_failures.Count >= MostAddresses)
        {
            _failures.Clear();
        }
    }
}
