using System.ComponentModel.DataAnnotations;

namespace NemoBot.Nemo.Settings;

/// <summary>Every wait, pace and limit of the client; the defaults are the documented ones.</summary>
public sealed class NemoLimits
{
    /// <summary>How long making a connection may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the answer of a plain call may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A stream on which nothing but heartbeats, or nothing at all, came for so long is lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan StreamIdle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The service's own hard limit for one stream.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan StreamLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after the hard limit the client itself gives up, so that it never cuts a legal stream.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StreamLimitGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most bytes of one event of a stream.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxEventBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Most bytes of one plain answer.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxAnswerBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>An upload of which not one byte moved for so long is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UploadIdle { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the service may think about an upload after its last byte.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UploadAnswer { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A download of which not one byte came for so long is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan DownloadIdle { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait after a 429 that does not say how long.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RateLimitWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A longer wait is not waited out: the call fails instead.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a call that is safe to repeat is repeated after an outage.</summary>
    [Range(0, 20)]
    public int Retries { get; set; } = 3;

    /// <summary>The wait before the first repetition; it doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>If three quarters of at least so many calls in <see cref="BreakerWindow"/> failed, calls stop for <see cref="BreakTime"/>.</summary>
    [Range(2, 1000)]
    public int BreakerCalls { get; set; } = 8;

    /// <summary>The time in which calls are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long calls are stopped before one is let through to see.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan BreakTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Lifetime of an anonymous token if the response omits it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long before its end an anonymous token is renewed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The wait between two tries to renew a token that still works.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan RenewRetry { get; set; } = TimeSpan.FromHours(1);
}
