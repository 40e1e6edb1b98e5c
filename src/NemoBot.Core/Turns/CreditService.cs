using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Budgets;
using NemoBot.Core.Status;

namespace NemoBot.Core.Turns;

/// <summary>Watches what turns cost, where they cost anything.</summary>
internal sealed partial class CreditService(BudgetService budget, ILogger<CreditService> logger)
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
        if (UsesSharedAccount(context))
        {
            await budget.BookCreditsAsync(context.Key, context.Message.Author, used, cancellationToken).ConfigureAwait(false);
        }

        await context.SaveAsync(t => t with { CreditsAfter = after.Available }, cancellationToken).ConfigureAwait(false);
        await context.UpdateConversationAsync(c => c with { CreditsUsed = c.CreditsUsed + used }, cancellationToken).ConfigureAwait(false);
        return context.Texts.Format("credits.used", used, after.Available);
    }

    /// <summary>Asks the budgets for the credits of the bot's own account. Whoever pays with an account of their own is free.</summary>
    /// <param name="context">The turn that is about to be sent.</param>
    /// <param name="price">What it probably costs; 0 if that is not known yet.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Why it is not sent; null if it may be.</returns>
    public async Task<string?> RefuseAsync(TurnContext context, long price, CancellationToken cancellationToken) =>
        UsesSharedAccount(context)
            && await budget.AskCreditsAsync(context.Key, context.Message.Author, price, cancellationToken).ConfigureAwait(false) is { } refusal
            ? BudgetText.Describe(refusal, context.Texts)
            : null;

    private static bool UsesSharedAccount(TurnContext context) =>
        context.Backend.Traits.ChargesCredits && context.Conversation.AccountKey == Accounts.Default;

    [LoggerMessage(Level = LogLevel.Information, Message = "The credits could not be read.")]
    private static partial void LogUnknown(ILogger logger, Exception exception);
}
