using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord;

/// <summary>
/// What is asked before anything is connected: where the API is, who the bot is, where the gateway is. A network that comes up later
/// than the bot is waited for; only a refused token is final. Of the answers only the gateway's address cannot be done without.
/// </summary>
internal sealed partial class SignIn(Parts parts)
{
    private readonly ILogger _log = parts.Logs.CreateLogger<SignIn>();

    /// <summary>Looks at the token once, if Discord can be reached at all.</summary>
    /// <exception cref="PlatformStartException">It is refused.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(parts.Options.StartCheckTimeout, parts.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            Judge(await parts.Api.GetMeAsync(both.Token));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogWaiting(_log, 0, parts.Options.ReconnectDelay);
        }
    }

    /// <summary>The bot's user, and along with that the form of the API's address; null if this server does not tell.</summary>
    public Task<WireUser?> FindMeAsync(CancellationToken cancellationToken) => AskAsync(
        parts.Api.GetMeAsync,
        DiscordJson.Default.WireUser,
        isNeeded: false,
        cancellationToken);

    /// <summary>The application; null if this server does not tell. A proxy may not pass the question on.</summary>
    public async Task<WireApplication?> FindApplicationAsync(CancellationToken cancellationToken)
    {
        var answer = await parts.Api.GetApplicationAsync(cancellationToken);
        if (answer.IsSuccess)
        {
            return answer.Read(DiscordJson.Default.WireApplication);
        }

        LogNoApplication(_log, (int)answer.Status);
        return null;
    }

    /// <summary>The gateway's address and limits.</summary>
    public async Task<WireGatewayBot> FindGatewayAsync(CancellationToken cancellationToken) =>
        (await AskAsync(parts.Api.GetGatewayAsync, DiscordJson.Default.WireGatewayBot, isNeeded: true, cancellationToken))!;

    /// <summary>People write the address with and without <c>/api/v10</c>: the first form under which the gateway can be asked for is the right one.</summary>
    private async Task FindAddressAsync(CancellationToken cancellationToken)
    {
        foreach (var address in ApiAddress.Forms(parts.Options.ApiBaseUrl))
        {
            parts.Rest.Address = address;
            if (await parts.Api.GetGatewayAsync(cancellationToken) is { IsSuccess: true } or { Status: HttpStatusCode.Unauthorized })
            {
                return;
            }
        }

        parts.Rest.Address = parts.Options.ApiBaseUrl;
    }

    private async Task<T?> AskAsync<T>(
        Func<CancellationToken, Task<RestAnswer>> ask, JsonTypeInfo<T> type, bool isNeeded, CancellationToken cancellationToken)
        where T : class
    {
        for (var wait = parts.Options.ReconnectDelay; ; wait = wait * 2 < parts.Options.ReconnectDelayMax ? wait * 2 : parts.Options.ReconnectDelayMax)
        {
            try
            {
                var answer = await ask(cancellationToken);
                if (answer.Status == HttpStatusCode.NotFound)
                {
                    await FindAddressAsync(cancellationToken);
                    answer = await ask(cancellationToken);
                }

                Judge(answer);
                if (answer.IsSuccess)
                {
                    return answer.Read(type);
                }

                if (!isNeeded && (int)answer.Status is >= 400 and < 500 and not 429)
                {
                    return null;
                }

                LogWaiting(_log, (int)answer.Status, wait);
            }
            catch (Exception e) when (e is HttpRequestException or JsonException)
            {
                LogWaiting(_log, 0, wait);
            }

            await Task.Delay(wait, parts.Clock, cancellationToken);
        }
    }

    private static void Judge(RestAnswer answer)
    {
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            throw CloseCodes.BadToken();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not answer as it should ({Status}); trying again in {Wait}")]
    private static partial void LogWaiting(ILogger logger, int status, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord does not tell about the application ({Status}); going on without")]
    private static partial void LogNoApplication(ILogger logger, int status);
}
