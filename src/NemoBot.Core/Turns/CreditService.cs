using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;

namespace NemoBot.Core.Turns;

/// <summary>Watches what turns cost, where they cost anything.</summary>
internal sealed partial class CreditService(ILogger<CreditService> logger)
{
    /// <summary>The balance; null where nothing is charged, or while it is unknown.</summary>
    public async Task<CreditBalance?> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (!context.Backend.Traits.ChargesCredits)
        {
            return null;
        }

        try
        {
            return await context.Backend.GetCreditsAsync(context.Caller, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception)
        {
            // A turn is worth more than knowing its price.
            LogUnknown(logger, exception);
            return null;
        }
    }

    /// <summary>What a turn probably costs: editing when there is a timeline, generating when there is none.</summary>
    public static int Estimate(TurnContext context, bool hasDraft) =>
        hasDraft ? context.Backend.Traits.EditCost : context.Backend.Traits.GenerationCost;

    /// <summary>Books what the turn cost, against the balance that was stored before it was sent.</summary>
    /// <returns>"Used 50, 350 left", or null where nothing is charged.</returns>
    public async Task<string?> BookAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Turn.CreditsBefore is not { } before || await ReadAsync(context, cancellationToken).ConfigureAwait(false) is not { } after)
        {
            return null;
        }

        var used = Math.Max(0, before - after.Available);
        await context.SaveAsync(t => t with { CreditsAfter = after.Available }, cancellationToken).ConfigureAwait(false);
        await context.UpdateConversationAsync(c => c with { CreditsUsed = c.CreditsUsed + used }, cancellationToken).ConfigureAwait(false);
        return context.Texts.Format("credits.used", used, after.Available);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The credits could not be read.")]
    private static partial void LogUnknown(ILogger logger, Exception exception);
}
