using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace NemoBot.Telegram.Settings;

/// <summary>The section <c>NemoBot:Telegram</c>. The defaults follow the Bot API's documentation.</summary>
public sealed partial class TelegramOptions : IValidatableObject
{
    /// <summary>The bot's token from @BotFather; blank: Telegram is off.</summary>
    public string Token { get; set; } = "";

    /// <summary>The address of the Bot API; it may have a path.</summary>
    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://api.telegram.org");

    /// <summary>The address above is the operator's own Bot API server in local mode: files are exchanged as paths on disk.</summary>
    public bool LocalServer { get; set; }

    /// <summary>The public HTTPS address that Telegram posts updates to; null: long polling.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>The path the bot listens on; blank: the path of <see cref="WebhookUrl"/>.</summary>
    public string WebhookPath { get; set; } = "";

    /// <summary>1-256 characters of A-Z a-z 0-9 _ -; blank: a new random secret at every start.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{0,256}$")]
    public string WebhookSecret { get; set; } = "";

    /// <summary>How long the service holds a poll without updates; at most 50 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:50")]
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>A poll without an answer for this long is on a dead connection.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollWatchdog { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Wait after a conflict with another process that polls with the same token.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan ConflictRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>First wait after a failed poll; doubles up to <see cref="LongestRetry"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait after a failed poll.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Wait before a token that was revoked while the bot runs is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TokenRetry { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Attempts for an update that cannot be stored while others can.</summary>
    [Range(1, 1000)]
    public int UpdateAttempts { get; set; } = 5;

    /// <summary>An album is complete this long after its last part.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AlbumQuiet { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>An album is complete at most this long after its first part.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AlbumLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Shortest time between two edits in a private chat.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PrivateEditInterval { get; set; } = TimeSpan.FromSeconds(1.1);

    /// <summary>Shortest time between two edits in a group.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan GroupEditInterval { get; set; } = TimeSpan.FromSeconds(3.1);

    /// <summary>Waits up to this happen inside a call; longer ones are returned to the engine, which then sends newer text.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AbsorbedWait { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>The longest wait returned for the bot's own pace (a refusal by the service may be longer).</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LongestPace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages and edits per second over all chats.</summary>
    [Range(1, 100_000)]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Longest text in UTF-16 units, without markup.</summary>
    [Range(1, 1_000_000)]
    public int TextLength { get; set; } = 4096;

    /// <summary>Longest caption in UTF-16 units, without markup.</summary>
    [Range(1, 1_000_000)]
    public int CaptionLength { get; set; } = 1024;

    /// <summary>Buttons under one message.</summary>
    [Range(0, 1000)]
    public int Buttons { get; set; } = 100;

    /// <summary>Largest file sent through the public service, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long UploadBytes { get; set; } = 50_000_000;

    /// <summary>Largest file sent through the operator's own server, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long LocalUploadBytes { get; set; } = 2_000_000_000;

    /// <summary>Largest picture sent as a photo, in bytes; larger ones are sent as documents.</summary>
    [Range(1, long.MaxValue)]
    public long PhotoBytes { get; set; } = 10_000_000;

    /// <summary>Largest thumbnail, in bytes; a larger one is left out.</summary>
    [Range(1, long.MaxValue)]
    public long ThumbnailBytes { get; set; } = 200_000;

    /// <summary>Largest file downloaded from the public service, in bytes; the operator's own server has no limit.</summary>
    [Range(1, long.MaxValue)]
    public long DownloadBytes { get; set; } = 20 << 20;

    /// <summary>How long a call without files may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transfer may stall.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the service may process a file after its last byte.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UploadAnswerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait returned to the engine when the service cannot be reached.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan UnreachableRetry { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long it is cached who administers a group.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan AdministratorCache { get; set; } = TimeSpan.FromSeconds(60);

    private const string PublicHost = "api.telegram.org";

    /// <summary>The largest upload with these settings, in bytes.</summary>
    internal long LargestUpload => LocalServer ? LocalUploadBytes : UploadBytes;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TokenForm().IsMatch(Token))
        {
            yield return new ValidationResult(
                "NemoBot:Telegram:Token is not a bot token (digits, a colon, letters): copy it from @BotFather again.", [nameof(Token)]);
        }

        if (!ApiBaseUrl.IsAbsoluteUri || ApiBaseUrl.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult($"NemoBot:Telegram:ApiBaseUrl is \"{ApiBaseUrl}\", which is not a full http or https address; for example https://api.telegram.org/.", [nameof(ApiBaseUrl)]);
        }

        if (WebhookUrl is not null && (!WebhookUrl.IsAbsoluteUri || (WebhookUrl.Scheme != "https" && !(WebhookUrl.Scheme == "http" && ApiBaseUrl is { IsAbsoluteUri: true, Host: not PublicHost }))))
        {
            yield return new ValidationResult($"NemoBot:Telegram:WebhookUrl is \"{WebhookUrl}\", which is not a full https address; for example https://bot.example.org/telegram.", [nameof(WebhookUrl)]);
        }

        if (WebhookPath.Length > 0 && WebhookPath[0] != '/')
        {
            yield return new ValidationResult($"NemoBot:Telegram:WebhookPath is \"{WebhookPath}\", which does not start with a slash; for example /telegram.", [nameof(WebhookPath)]);
        }
    }

    /// <summary>The token is part of the path of every call, so it must not contain anything that changes the path.</summary>
    [GeneratedRegex("^[0-9]{1,18}:[A-Za-z0-9_-]+$")]
    private static partial Regex TokenForm();
}
