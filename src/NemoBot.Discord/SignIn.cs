using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord;

/// <summary>
/// Queries what is needed to connect: where the API is, who the bot is, where the gateway is. An unreachable network is retried; only a
/// refused token is final. Of the responses only the gateway's address is indispensable.
/// </summary>
internal sealed partial class SignIn(DiscordApi api, DiscordRest rest, DiscordOptions options, TimeProvider clock, ILogger<SignIn> log)
{
    /// <summary>Verifies the token once, if Discord can be reached.</summary>
    /// <exception cref="PlatformStartException">It is refused.</exception>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.StartCheckTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            ThrowIfTokenRefused(await api.GetMeAsync(both.Token));
            return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogRetry(log, 0, options.ReconnectDelay);
            return false;
        }
    }

    /// <summary>The bot's user, which also settles the form of the API's address; null if a proxy does not forward the call.</summary>
    public Task<WireUser?> FindMeAsync(CancellationToken cancellationToken) =>
        QueryAsync(api.GetMeAsync, DiscordJson.Default.WireUser, isRequired: false, cancellationToken);

    /// <summary>The application; null if a proxy does not forward the call.</summary>
    public async Task<WireApplication?> FindApplicationAsync(CancellationToken cancellationToken)
    {
        var response = await api.GetApplicationAsync(cancellationToken);
        if (response.IsSuccess)
        {
            return response.Read(DiscordJson.Default.WireApplication);
        }

        LogNoApplication(log, (int)response.Status);
        return null;
    }

    /// <summary>The gateway's address and limits.</summary>
    public async Task<WireGatewayBot> FindGatewayAsync(CancellationToken cancellationToken) =>
        (await QueryAsync(api.GetGatewayAsync, DiscordJson.Default.WireGatewayBot, isRequired: true, cancellationToken))!;

    /// <summary>People write the address with and without <c>/api/v10</c>: takes the first form under which the gateway answers.</summary>
    private async Task FindAddressAsync(CancellationToken cancellationToken)
    {
        foreach (var address in ApiAddress.Forms(options.ApiBaseUrl))
        {
            rest.Address = address;
            if (await api.GetGatewayAsync(cancellationToken) is { IsSuccess: true } or { Status: HttpStatusCode.Unauthorized })
            {
                return;
            }
        }

        rest.Address = options.ApiBaseUrl;
    }

    private async Task<T?> QueryAsync<T>(
        Func<CancellationToken, Task<RestResponse>> query, JsonTypeInfo<T> type, bool isRequired, CancellationToken cancellationToken)
        where T : class
    {
        for (var delay = options.ReconnectDelay; ; delay = Backoff.Next(delay, options.ReconnectDelayMax))
        {
            try
            {
                var response = await query(cancellationToken);
                if (response.Status == HttpStatusCode.NotFound)
                {
                    await FindAddressAsync(cancellationToken);
                    response = await query(cancellationToken);
                }

                ThrowIfTokenRefused(response);
                if (response.IsSuccess)
                {
                    return response.Read(type);
                }

                if (!isRequired && (int)response.Status is >= 400 and < 500 and not 429)
                {
                    return null;
                }

                LogRetry(log, (int)response.Status, delay);
            }
            catch (Exception e) when (e is HttpRequestException or JsonException)
            {
                LogRetry(log, 0, delay);
            }

            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private static void ThrowIfTokenRefused(RestResponse response)
    {
        if (response.Status == HttpStatusCode.Unauthorized)
        {
            throw CloseCodes.BadToken();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not respond as expected (status {Status}); retrying in {Delay}")]
    private static partial void LogRetry(ILogger logger, int status, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not describe the application (status {Status}); continuing without")]
    private static partial void LogNoApplication(ILogger logger, int status);
}
