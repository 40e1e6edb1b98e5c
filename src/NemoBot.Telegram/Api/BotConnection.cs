using NemoBot.Telegram.Settings;
using Telegram.Bot;

namespace NemoBot.Telegram.Api;

/// <summary>The library's client on an HTTP client of its own. Waits, limits and retries are ours, so the library does none.</summary>
internal sealed class BotConnection : IDisposable
{
    public BotConnection(TelegramOptions options)
    {
        Http = new HttpClient(new ApiHandler(options.ApiBaseUrl)) { Timeout = Timeout.InfiniteTimeSpan };
        Bot = new TelegramBotClient(new TelegramBotClientOptions(options.Token, Authority(options)) { RetryThreshold = 0 }, Http);
        FileRoot = $"{Authority(options)}/file/bot{options.Token}/";
    }

    public HttpClient Http { get; }

    public TelegramBotClient Bot { get; }

    /// <summary>Where files are downloaded from; <see cref="ApiHandler"/> adds the path of the base address.</summary>
    public string FileRoot { get; }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();

    private static string Authority(TelegramOptions options) => options.ApiBaseUrl.GetLeftPart(UriPartial.Authority);
}
