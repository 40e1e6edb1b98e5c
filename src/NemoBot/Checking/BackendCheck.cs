using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Checking;

/// <summary>Asks the chosen backend for its credits, which costs nothing.</summary>
internal sealed class BackendCheck(IServiceProvider services, ISkillCatalog skills, IOptions<NemoOptions> options, RemoteClock clock) : ICheck
{
    private const string Name = "backend";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isAnonymous = options.Value.UsesCloud && string.IsNullOrWhiteSpace(options.Value.Token);
        yield return isAnonymous
            ? await AskWithoutAccountAsync(cancellationToken).ConfigureAwait(false)
            : await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Finding> AskAsync(CancellationToken cancellationToken)
    {
        var chosen = services.GetRequiredService<BackendDirectory>().Chosen;
        var name = chosen.Traits.Name;
        try
        {
            var credits = await chosen.GetCreditsAsync(new BackendCaller(Accounts.Default, skills.Default), cancellationToken).ConfigureAwait(false);
            return Finding.Ok(Name, chosen.Traits.ChargesCredits ? $"{name} answers, {credits.Available} credits are left" : $"{name} answers");
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.BadToken)
        {
            return Finding.Fail(Name, $"{name} does not accept the token in NEMO_TOKEN (NemoBot:Nemo:Token)");
        }
        catch (BackendException exception)
        {
            var problem = exception.Error.Kind is BackendErrorKind.NeverSent or BackendErrorKind.Unavailable ? "does not answer" : "answers, but not like the video service";
            return Finding.Fail(Name, $"{name} {problem}; look at NEMO_API_URL ({options.Value.ApiBaseUrl})");
        }
    }

    /// <summary>Asking for credits would create an anonymous account at the service.</summary>
    private async Task<Finding> AskWithoutAccountAsync(CancellationToken cancellationToken) =>
        await clock.AskAsync(options.Value.ApiBaseUrl, cancellationToken).ConfigureAwait(false) is null
            ? Finding.Fail(Name, $"cloud does not answer at {options.Value.ApiBaseUrl} (NEMO_API_URL)")
            : Finding.Ok(Name, "cloud answers; an anonymous account is made when it is first needed");
}
