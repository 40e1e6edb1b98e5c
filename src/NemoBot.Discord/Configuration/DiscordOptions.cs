using System.ComponentModel.DataAnnotations;

namespace NemoBot.Discord.Configuration;

/// <summary>The section <c>NemoBot:Discord</c>. Paces and limits have the values that Discord documents.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot's token. Blank: the platform is not started.</summary>
    public string Token { get; set; } = "";

    /// <summary>Address of the REST API, with the version; a proxy in front of it goes here.</summary>
    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>The address that the User-Agent names, as Discord asks for.</summary>
    [Required]
    public string UserAgentUrl { get; set; } = "https://nemovideo.com";

    /// <summary>Blank: as many shards as Discord recommends. <c>4</c>: four. <c>0-1/4</c>: only the first two of four.</summary>
    [RegularExpression(@"|\d{1,5}|\d{1,5}(-\d{1,5})?/\d{1,5}", ErrorMessage = "Discord:Shards is blank, a number such as 4, or a part such as 0-1/4.")]
    public string Shards { get; set; } = "";

    /// <summary>Ids of roles whose members administer conversations, next to those with Manage Channels.</summary>
    public IList<string> AdministratorRoles { get; } = [];

    /// <summary>What <c>/make</c> does about threads.</summary>
    public ThreadMode Threads { get; set; } = ThreadMode.Offer;

    /// <summary>Quiet minutes after which Discord archives a thread: 60, 1440, 4320 or 10080.</summary>
    [AllowedValues(60, 1440, 4320, 10080)]
    public int ThreadArchiveMinutes { get; set; } = 1440;

    /// <summary>Whether to ask for the Message Content intent; not set: if the application has it.</summary>
    public bool? MessageContent { get; set; }

    /// <summary>Whether the gateway's frames are compressed.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>Requests per second that Discord allows a bot in total.</summary>
    [Range(1, 10000)]
    public int GlobalPerSecond { get; set; } = 50;

    /// <summary>How many of them edits may take, so that new messages always get through.</summary>
    [Range(1, 10000)]
    public int EditsPerSecond { get; set; } = 40;

    /// <summary>Answers of 401, 403 and 429 in the window after which the bot holds still; Discord bans at 10,000.</summary>
    [Range(1, 9000)]
    public int InvalidRequestLimit { get; set; } = 1000;

    /// <summary>The window in which they are counted.</summary>
    public TimeSpan InvalidRequestWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Shortest time between two edits of one message.</summary>
    public TimeSpan EditInterval { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>How long an edit that may be dropped waits for its turn before the newest text is asked for instead.</summary>
    public TimeSpan EditPatience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a new message or a final edit waits for its turn.</summary>
    public TimeSpan SendPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer to a request may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the start waits for a word about the token; without one the bot starts and goes on trying.</summary>
    public TimeSpan StartCheckTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a transfer of a file may stand still.</summary>
    public TimeSpan TransferIdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request that may be repeated is repeated after a dropped connection or an answer of 5xx.</summary>
    [Range(0, 20)]
    public int Repeats { get; set; } = 4;

    /// <summary>The wait before the first repetition; it doubles each time.</summary>
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long an interaction can be answered.</summary>
    public TimeSpan InteractionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long the place of a command's first answer is kept for what the engine says, before the command itself is shown there.</summary>
    public TimeSpan AnswerPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a completion may take; Discord waits three seconds.</summary>
    public TimeSpan AutocompleteTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the gateway may take to say hello and, later, to start the session.</summary>
    public TimeSpan HelloTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Time between two starts of sessions in one rate limit key.</summary>
    public TimeSpan IdentifyInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before the second attempt to connect; it doubles each time.</summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between attempts to connect.</summary>
    public TimeSpan ReconnectDelayMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Frames that a connection may send in a minute.</summary>
    [Range(10, 120)]
    public int FramesPerMinute { get; set; } = 120;

    /// <summary>Events that may wait to be written to disk before the socket is read no further.</summary>
    [Range(1, 1000000)]
    public int EventBacklog { get; set; } = 10000;

    /// <summary>How often the place in the event stream is written down.</summary>
    public TimeSpan SaveInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>In how many conversations, the latest first, missed messages are looked for after a down time.</summary>
    [Range(0, 100000)]
    public int CatchUpConversations { get; set; } = 1000;

    /// <summary>Pages of 100 messages that are read per conversation to catch up.</summary>
    [Range(1, 100)]
    public int CatchUpPages { get; set; } = 5;

    /// <summary>How long to wait before missed messages that could not be read are looked for again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan CatchUpRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many conversations are remembered to catch up in.</summary>
    [Range(1, 1000000)]
    public int RememberedConversations { get; set; } = 20000;

    /// <summary>Largest file by default.</summary>
    public long UploadBytes { get; set; } = 10L * 1024 * 1024;

    /// <summary>Largest file in a server of boost tier 2.</summary>
    public long Tier2UploadBytes { get; set; } = 50_000_000;

    /// <summary>Largest file in a server of boost tier 3.</summary>
    public long Tier3UploadBytes { get; set; } = 100_000_000;
}
