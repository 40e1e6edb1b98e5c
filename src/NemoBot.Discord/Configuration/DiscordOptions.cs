using System.ComponentModel.DataAnnotations;

namespace NemoBot.Discord.Configuration;

/// <summary>The section <c>NemoBot:Discord</c>. Rates and limits default to the values Discord documents.</summary>
public sealed class DiscordOptions : IValidatableObject
{
    /// <summary>The bot's token. Blank: Discord is off.</summary>
    public string Token { get; set; } = "";

    /// <summary>Address of the REST API, with the version; put a REST proxy here.</summary>
    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>The URL in the User-Agent, which Discord requires.</summary>
    [Required]
    public string UserAgentUrl { get; set; } = "https://nemovideo.com";

    /// <summary>Blank: as many shards as Discord recommends. <c>4</c>: four. <c>0-1/4</c>: only the first two of four.</summary>
    [RegularExpression(@"|\d{1,5}|\d{1,5}(-\d{1,5})?/\d{1,5}", ErrorMessage = "NemoBot:Discord:Shards does not have the right form: leave it blank, or set a number, for example 4, or a part, for example 0-1/4.")]
    public string Shards { get; set; } = "";

    /// <summary>Ids of roles whose members administer conversations, in addition to those with Manage Channels.</summary>
    public IList<string> AdministratorRoles { get; } = [];

    /// <summary>What <c>/make</c> does about threads.</summary>
    public ThreadMode Threads { get; set; } = ThreadMode.Offer;

    /// <summary>Quiet minutes after which Discord archives a thread: 60, 1440, 4320 or 10080.</summary>
    [AllowedValues(60, 1440, 4320, 10080)]
    public int ThreadArchiveMinutes { get; set; } = 1440;

    /// <summary>Whether to request the Message Content intent; not set: if the application has it.</summary>
    public bool? MessageContent { get; set; }

    /// <summary>Whether the gateway's frames are compressed.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Requests per second that Discord allows a bot in total.</summary>
    [Range(1, 10000)]
    public int GlobalPerSecond { get; set; } = 50;

    /// <summary>How many of them edits may use, so that new messages always get through.</summary>
    [Range(1, 10000)]
    public int EditsPerSecond { get; set; } = 40;

    /// <summary>Responses with 401, 403 or 429 in the window after which the bot pauses; Discord bans at 10,000.</summary>
    [Range(1, 9000)]
    public int InvalidRequestLimit { get; set; } = 1000;

    /// <summary>The window in which they are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan InvalidRequestWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Shortest time between two edits of one message.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan EditInterval { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>How long a droppable edit waits for its turn before it is replaced by a newer one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan EditPatience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a new message or a final edit waits for its turn.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan SendPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the response to a request may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the start waits for the token to be verified; without a response the bot starts and keeps trying.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan StartCheckTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a file transfer may stall.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan TransferIdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often an idempotent request is retried after a dropped connection or a 5xx response.</summary>
    [Range(0, 20)]
    public int Repeats { get; set; } = 4;

    /// <summary>The delay before the first retry; it doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the token of an interaction is valid.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan InteractionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the initial reply of a command is reserved for the answer, before the command itself is shown there.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan AnswerPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long autocompletion may take; Discord waits three seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan AutocompleteTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the gateway may take to send hello and, later, to start the session.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan HelloTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time between two identifies with the same rate limit key.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan IdentifyInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The delay before the second attempt to connect; it doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest delay between attempts to connect.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan ReconnectDelayMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Frames a connection may send per minute.</summary>
    [Range(10, 120)]
    public int FramesPerMinute { get; set; } = 120;

    /// <summary>Events that may wait to be persisted before the socket is read no further.</summary>
    [Range(1, 1000000)]
    public int EventBacklog { get; set; } = 10000;

    /// <summary>How often the position in the event stream is persisted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The delay before an event that could not be persisted is retried; it doubles each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan EventRetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest delay between two retries of an event.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan EventRetryDelayMax { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>In how many conversations, the latest first, missed messages are read after a downtime.</summary>
    [Range(0, 100000)]
    public int CatchUpConversations { get; set; } = 1000;

    /// <summary>Pages of 100 missed messages that are read per conversation.</summary>
    [Range(1, 100)]
    public int CatchUpPages { get; set; } = 5;

    /// <summary>The delay before missed messages that could not be read are retried.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan CatchUpRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many conversations are kept for reading missed messages.</summary>
    [Range(1, 1000000)]
    public int RememberedConversations { get; set; } = 20000;

    /// <summary>Largest file by default.</summary>
    [Range(1, long.MaxValue)]
    public long UploadBytes { get; set; } = 10L * 1024 * 1024;

    /// <summary>Largest file in a server of boost tier 2.</summary>
    [Range(1, long.MaxValue)]
    public long Tier2UploadBytes { get; set; } = 50_000_000;

    /// <summary>Largest file in a server of boost tier 3.</summary>
    [Range(1, long.MaxValue)]
    public long Tier3UploadBytes { get; set; } = 100_000_000;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ApiBaseUrl.IsAbsoluteUri || ApiBaseUrl.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult(
                "NemoBot:Discord:ApiBaseUrl must be a full http or https address, for example https://discord.com/api/v10/.", [nameof(ApiBaseUrl)]);
        }
    }
}
