using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace NemoBot.Telegram.Settings;

/// <summary>The section <c>NemoBot:Telegram</c>. Defaults are those of the Bot API's documentation.</summary>
public sealed partial class TelegramOptions : IValidatableObject
{
    /// <summary>The bot's token from @BotFather; blank: Telegram is off.</summary>
    public string Token { get; set; } = "";

    /// <summary>Where the Bot API answers.</summary>
    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://api.telegram.org");

    /// <summary>The address above is the operator's own Bot API server in local mode: files are read from and given as paths on disk.</summary>
    public bool LocalServer { get; set; }

    /// <summary>The public https address that Telegram posts updates to; null: long polling.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>The path the bot listens on; blank: the path of <see cref="WebhookUrl"/>.</summary>
    public string WebhookPath { get; set; } = "";

    /// <summary>1-256 characters of A-Z a-z 0-9 _ -; blank: a new random one at every start.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{0,256}$")]
    public string WebhookSecret { get; set; } = "";

    /// <summary>How long the service holds an empty poll; at most 50 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:50")]
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>A poll without any answer for so long sits on a dead connection.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollWatchdog { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Wait after another process was found polling with the same token.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan ConflictRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>First wait after a failed poll; doubles up to <see cref="LongestRetry"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait after a failed poll.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an update that cannot be stored is tried again while others can.</summary>
    [Range(1, 1000)]
    public int UpdateAttempts { get; set; } = 5;

    /// <summary>An album is complete so long after its last part.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AlbumQuiet { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>An album is complete so long after its first part at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AlbumLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Shortest time between two edits in a private chat.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PrivateEditInterval { get; set; } = TimeSpan.FromSeconds(1.1);

    /// <summary>Shortest time between two edits in a group.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan GroupEditInterval { get; set; } = TimeSpan.FromSeconds(3.1);

    /// <summary>A wait up to this is sat out inside a call; longer ones are handed back, so that newer text can take the place.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AbsorbedWait { get; set; } = TimeSpan.FromSeconds(1.2);

    /// <summary>The longest wait handed back for the bot's own pace (not for a refusal by the service).</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan LongestPace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Messages and edits a second over all chats.</summary>
    [Range(1, 100_000)]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Longest text in UTF-16 units, after markup is taken away.</summary>
    [Range(1, 1_000_000)]
    public int TextLength { get; set; } = 4096;

    /// <summary>Longest caption in UTF-16 units, after markup is taken away.</summary>
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

    /// <summary>Largest picture sent as a photo, in bytes; larger ones go as documents.</summary>
    [Range(1, long.MaxValue)]
    public long PhotoBytes { get; set; } = 10_000_000;

    /// <summary>Largest thumbnail, in bytes; a larger one is left out.</summary>
    [Range(1, long.MaxValue)]
    public long ThumbnailBytes { get; set; } = 200_000;

    /// <summary>Largest file fetched from the public service, in bytes; the operator's own server has no limit.</summary>
    [Range(1, long.MaxValue)]
    public long DownloadBytes { get; set; } = 20 << 20;

    /// <summary>How long a call without files may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transfer may stand still.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the service may take over a file after its last byte.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan UploadAnswerTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wait asked of the engine when the service cannot be reached.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan UnreachableRetry { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an answer about who administers a group is believed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan AdministratorCache { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest upload with these settings, in bytes.</summary>
    internal long LargestUpload => LocalServer ? LocalUploadBytes : UploadBytes;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TokenForm().IsMatch(Token))
        {
            yield return new ValidationResult(
                "NemoBot:Telegram:Token has characters that no bot token has: copy it from @BotFather again.", [nameof(Token)]);
        }

        if (!ApiBaseUrl.IsAbsoluteUri || ApiBaseUrl.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult("NemoBot:Telegram:ApiBaseUrl must be an http or https address.", [nameof(ApiBaseUrl)]);
        }

        if (WebhookUrl is not null && (!WebhookUrl.IsAbsoluteUri || WebhookUrl.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult("NemoBot:Telegram:WebhookUrl must be a full https address.", [nameof(WebhookUrl)]);
        }

        if (WebhookPath.Length > 0 && WebhookPath[0] != '/')
        {
            yield return new ValidationResult("NemoBot:Telegram:WebhookPath must start with a slash.", [nameof(WebhookPath)]);
        }
    }

    /// <summary>The token stands in the path of every call: nothing that would change the path may be in it.</summary>
    [GeneratedRegex("^[A-Za-z0-9:_-]*$")]
    private static partial Regex TokenForm();
}
