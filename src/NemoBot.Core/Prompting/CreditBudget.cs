using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Budgets;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>
/// Keeps one person, or one chat, from using up the credits of the bot's account. Asked before a turn is sent; who pays with an account
/// of their own is free.
/// </summary>
internal sealed class CreditBudget(IBotStore store, IOptionsMonitor<BudgetOptions> options, TimeProvider clock)
{
    /// <param name="context">The turn that is about to be sent.</param>
    /// <param name="price">What it probably costs.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Why it is not sent; null if it may be.</returns>
    public async Task<string?> RefuseAsync(TurnContext context, int price, CancellationToken cancellationToken)
    {
        var (person, chat) = (options.CurrentValue.CreditsPerPerson, options.CurrentValue.CreditsPerChat);
        if ((person == 0 && chat == 0) || !context.Backend.Traits.ChargesCredits || context.Conversation.AccountKey != Accounts.Default)
        {
            return null;
        }

        var since = clock.GetUtcNow() - options.CurrentValue.CreditWindow;
        var used = await store.GetCreditUseAsync(context.Key, context.Message.Author.Id, since, cancellationToken).ConfigureAwait(false);
        return person > 0 && used.Person + price > person ? Tell(context, "budget.person", used.Person, person)
            : chat > 0 && used.Conversation + price > chat ? Tell(context, "budget.chat", used.Conversation, chat)
            : null;
    }

    private string Tell(TurnContext context, string key, long used, long most) =>
        context.Texts.Format(key, used, most, Math.Round(options.CurrentValue.CreditWindow.TotalHours));
}
