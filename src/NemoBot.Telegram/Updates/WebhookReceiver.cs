using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Settings;
using Telegram.Bot.Requests;

namespace NemoBot.Telegram.Updates;

/// <summary>Receives updates that Telegram posts to the bot. A caller without the secret is rejected.</summary>
internal sealed partial class WebhookReceiver(
    TelegramGateway gateway, UpdateHandler handler, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<WebhookReceiver> logger)
{
    /// <summary>The header with the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly string _secret = options.Value.WebhookSecret.Length > 0
        ? options.Value.WebhookSecret
        : RandomNumberGenerator.GetHexString(64);

    /// <summary>The path to listen on; null without a webhook.</summary>
    public string? Path => options.Value switch
    {
        { WebhookUrl: null } => null,
        { WebhookPath.Length: > 0 } own => own.WebhookPath,
        var settings => settings.WebhookUrl.AbsolutePath,
    };

    /// <summary>Registers the address with Telegram, then waits until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var request = new SetWebhookRequest
        {
            Url = options.Value.WebhookUrl!.AbsoluteUri,
            SecretToken = _secret,
            AllowedUpdates = UpdateHandler.Wanted,
        };
        while (!await TrySetAsync(request, cancellationToken))
        {
            await Task.Delay(options.Value.LongestRetry, clock, cancellationToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }

    /// <summary>Compares in constant time, whatever the length.</summary>
    public bool IsSecret(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(_secret)));

    /// <summary>Receives a posted update.</summary>
    /// <returns>The HTTP status: 200 only once the update is on disk; after any other status Telegram posts it again.</returns>
    public async Task<int> ReceiveAsync(string? secret, Stream body, CancellationToken cancellationToken)
    {
        if (!IsSecret(secret))
        {
            return 401;
        }

        if (!handler.IsReady)
        {
            return 503;
        }

        try
        {
            using var update = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            await handler.HandleAsync(update.RootElement, cancellationToken);
            return 200;
        }
        catch (JsonException)
        {
            return 400;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotStored(error);
            return 500;
        }
    }

    private async Task<bool> TrySetAsync(SetWebhookRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.CallAsync(request, cancellationToken);
            return true;
        }
        catch (TelegramApiException error) when (error.Code == 400)
        {
            throw new PlatformStartException($"Telegram refuses the address in NemoBot:Telegram:WebhookUrl: {error.Description}");
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            LogNotSet(error.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Telegram webhook could not be set; retrying: {Reason}")]
    private partial void LogNotSet(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "An update posted by Telegram could not be stored; Telegram will post it again")]
    private partial void LogNotStored(Exception error);
}
