using Microsoft.Extensions.Options;

namespace NemoBot.Discord.Configuration;

/// <summary>The rules attributes cannot express: time spans and the API's address.</summary>
internal sealed class DiscordTimesValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        (string Name, TimeSpan Value)[] positive =
        [
            (nameof(options.InvalidRequestWindow), options.InvalidRequestWindow),
            (nameof(options.SendPatience), options.SendPatience),
            (nameof(options.RequestTimeout), options.RequestTimeout),
            (nameof(options.StartCheckTimeout), options.StartCheckTimeout),
            (nameof(options.TransferIdleTimeout), options.TransferIdleTimeout),
            (nameof(options.InteractionLifetime), options.InteractionLifetime),
            (nameof(options.AutocompleteTimeout), options.AutocompleteTimeout),
            (nameof(options.HelloTimeout), options.HelloTimeout),
            (nameof(options.ReconnectDelay), options.ReconnectDelay),
            (nameof(options.ReconnectDelayMax), options.ReconnectDelayMax),
            (nameof(options.EventRetryDelay), options.EventRetryDelay),
            (nameof(options.EventRetryDelayMax), options.EventRetryDelayMax),
            (nameof(options.SaveInterval), options.SaveInterval),
        ];
        var problems = positive.Where(p => p.Value <= TimeSpan.Zero)
            .Select(p => $"NemoBot:Discord:{p.Name} must be longer than zero, for example 00:00:05.").ToList();
        if (!options.ApiBaseUrl.IsAbsoluteUri || options.ApiBaseUrl.Scheme is not ("http" or "https"))
        {
            problems.Add("NemoBot:Discord:ApiBaseUrl must be a full address, for example https://discord.com/api/v10/.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
