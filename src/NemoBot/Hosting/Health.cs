using NemoBot.Admin;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Settings;

namespace NemoBot.Hosting;

/// <summary><c>GET /healthz</c>, and the verb <c>health</c> that asks it for a container's health check.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// 200 while the store answers, with a line for each loop and platform; 503 otherwise. A platform's problem does not make the process
    /// unhealthy: a restart would not solve it.
    /// </summary>
    public static async Task<IResult> AnswerAsync(IBotStore store, LoopHealth loops, PlatformDirectory platforms, CancellationToken cancellationToken)
    {
        var lines = string.Concat(KnownProblems.Of(loops, platforms).Select(p => $"\n{p.Key}: {p.Value ?? "ok"}"));
        return await KnownProblems.AnswersAsync(store, cancellationToken).ConfigureAwait(false)
            ? Results.Text("ok" + lines)
            : Results.Text("the database does not answer" + lines, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <param name="args">May name the address with <c>--urls</c>, as the bot was started with.</param>
    /// <returns>0 if the bot on this machine is well, 1 if not.</returns>
    public static async Task<int> AskAsync(string[] args)
    {
        var settings = new ConfigurationBuilder().AddConfiguration(BotConfiguration.LoadUnchecked()).AddCommandLine(args).Build();
        var url = ListenAddresses.Find(settings)?.Split(';')[0] ?? RunVerb.DefaultUrl;
        var address = new UriBuilder(url.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal))
        {
            Path = "/healthz",
        };
        if (address.Host is "0.0.0.0" or "[::]")
        {
            address.Host = "127.0.0.1";
        }

        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address.Uri).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync("The bot does not answer.").ConfigureAwait(false);
            return 1;
        }
    }
}
