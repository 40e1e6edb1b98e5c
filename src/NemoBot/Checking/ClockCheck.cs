using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Nemo.Settings;

namespace NemoBot.Checking;

/// <summary>Compares the clock with that of a configured service: tokens and waits go wrong with a clock that is off.</summary>
internal sealed class ClockCheck(IConfiguration configuration, IOptions<NemoOptions> nemo, RemoteClock clock) : ICheck
{
    private const string Name = "clock";
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Wrong = TimeSpan.FromMinutes(2);

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (FindServer() is not { } server)
        {
            yield return Finding.Ok(Name, "not compared: no service on the internet is configured");
            yield break;
        }

        yield return await clock.AskAsync(server, cancellationToken).ConfigureAwait(false) is { } ahead
            ? Describe(ahead, server)
            : Finding.Warn(Name, $"not compared: {server.Host} does not answer");
    }

    private static Finding Describe(TimeSpan ahead, Uri server)
    {
        var off = ahead.Duration();
        var text = $"{off.TotalSeconds:0} s {(ahead < TimeSpan.Zero ? "behind" : "ahead of")} {server.Host}";
        return off >= Wrong ? Finding.Fail(Name, $"{text}; set it: timedatectl set-ntp true")
            : off >= Tolerable ? Finding.Warn(Name, $"{text}; set it: timedatectl set-ntp true")
            : Finding.Ok(Name, $"agrees with {server.Host}");
    }

    private Uri? FindServer() =>
        nemo.Value.UsesCloud ? nemo.Value.ApiBaseUrl
        : Find("Telegram", "https://api.telegram.org") ?? Find("Discord", "https://discord.com");

    private Uri? Find(string platform, string usual) =>
        string.IsNullOrWhiteSpace(configuration[$"NemoBot:{platform}:Token"]) ? null : new Uri(configuration[$"NemoBot:{platform}:ApiBaseUrl"] ?? usual);
}
