using System.ComponentModel.DataAnnotations;

namespace NemoBot.Web.Settings;

/// <summary>The settings of the web chat, section <c>NemoBot:Web</c>.</summary>
public sealed class WebChatOptions : IValidatableObject
{
    /// <summary>Off: no page, no API.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The token visitors need. Required as soon as the chat is bound to anything but loopback; blank: none is needed.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The operator's token for the page <c>/admin</c>: work that runs, conversations, errors, disk, backup. Blank: there is no such page.</summary>
    public string? AdminToken { get; set; }

    /// <summary>
    /// The address under which people reach the chat when it is not the one it is bound to (a reverse proxy). Its host name is accepted,
    /// and files that other chats cannot carry are linked under it.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The data folder; files of the chat go to <c>web</c> below it. Default: the bot's data folder.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Largest message with all its files, in bytes.</summary>
    [Range(1L, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 2L << 30;

    /// <summary>Most files in one message.</summary>
    [Range(1, 1000)]
    public int MaxFiles { get; set; } = 20;

    /// <summary>Longest text of a message, in characters.</summary>
    [Range(1, 10_000_000)]
    public int MaxTextLength { get; set; } = 100_000;

    /// <summary>Bytes of the disk uploads must leave free.</summary>
    [Range(0L, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 256L << 20;

    /// <summary>How many messages a page shows at first, and <c>GET messages</c> returns without <c>limit</c>.</summary>
    [Range(1, 2000)]
    public int HistoryLength { get; set; } = 200;

    /// <summary>Shortest time between two edits of a status message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan EditInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Interval of the comment lines that keep an idle event stream alive through proxies.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A reader that receives nothing for this long is dropped; it resumes when it reconnects.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan SlowReaderTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Most open event streams.</summary>
    [Range(1, 1_000_000)]
    public int MaxStreams { get; set; } = 2000;

    /// <summary>How long files are kept; zero keeps them until the chat is forgotten.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan FileRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often expired files are deleted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "30.00:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a browser stays signed in.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan SignInLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Wrong access tokens accepted from one address within <see cref="SignInWindow"/>, by any route.</summary>
    [Range(1, 10_000)]
    public int SignInAttempts { get; set; } = 10;

    /// <summary>The time in which <see cref="SignInAttempts"/> are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan SignInWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a request waits for the bot to be ready after a start.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Slowest accepted upload, in bytes per second.</summary>
    [Range(1, 1_000_000)]
    public int MinUploadRate { get; set; } = 100;

    /// <summary>How long an upload may stay below <see cref="MinUploadRate"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan UploadGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The folder of the chat's own files.</summary>
    internal string Folder => Path.GetFullPath(Path.Combine(DataFolder ?? "data", "web"));

    internal bool NeedsToken => !string.IsNullOrWhiteSpace(AccessToken);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult(
                "NemoBot:Web:PublicUrl must be a full http or https address, for example https://bot.example.org.", [nameof(PublicUrl)]);
        }
        else if (PublicUrl is { IsLoopback: false } && Enabled && !NeedsToken)
        {
            yield return new ValidationResult(
                "NemoBot:Web:PublicUrl makes the web chat public: set NemoBot:Web:AccessToken (NEMOBOT__Web__AccessToken) too.", [nameof(AccessToken)]);
        }
    }
}
