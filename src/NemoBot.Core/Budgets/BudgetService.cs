using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Budgets;

/// <summary>Keeps one person or one chat from using up what all share, and all together from using up what the operator gives.</summary>
internal sealed class BudgetService(UsageLedger ledger, IOptionsMonitor<BudgetOptions> options)
{
    private static readonly BudgetScope[] Scopes = Enum.GetValues<BudgetScope>();

    private BudgetOptions Options => options.CurrentValue;

    /// <summary>Counts a request, unless its author, its chat or everyone has used up requests or video.</summary>
    public Task<BudgetRefusal?> TakeRequestAsync(InboundMessage message, CancellationToken cancellationToken) =>
        TakeAsync([.. Requests(message.Conversation, message.Author), .. Video(message.Conversation, message.Author, 0)], cancellationToken);

    /// <summary>Counts a video that is about to be rendered.</summary>
    public Task<BudgetRefusal?> TakeVideoAsync(ConversationKey chat, Author author, TimeSpan length, CancellationToken cancellationToken) =>
        TakeAsync([.. Video(chat, author, (long)Math.Ceiling(Math.Max(1, length.TotalSeconds)))], cancellationToken);

    /// <summary>Asks whether a price fits into the credits that are left; 0 asks whether any are left. Nothing is counted.</summary>
    public async Task<BudgetRefusal?> AskCreditsAsync(ConversationKey chat, Author author, long price, CancellationToken cancellationToken)
    {
        var spare = Math.Max(0, price - 1);
        var refusal = await TakeAsync([.. Credits(chat, author, 0).Select(b => b with { Limit = b.Limit with { Most = b.Limit.Most - spare } })], cancellationToken)
            .ConfigureAwait(false);
        return refusal is null ? null : refusal with { Most = refusal.Most + spare };
    }

    /// <summary>Counts what a turn cost.</summary>
    public Task BookCreditsAsync(ConversationKey chat, Author author, long used, CancellationToken cancellationToken) =>
        TakeAsync([.. Credits(chat, author, used).Select(b => b with { Limit = b.Limit with { Most = long.MaxValue } })], cancellationToken);

    /// <summary>The budgets that are set, and what is used of those that all share.</summary>
    public async Task<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken)
    {
        var (chat, author) = (new ConversationKey("", ""), new Author("", ""));
        var states = new List<BudgetState>();
        foreach (var (kind, scope, limit) in (IEnumerable<Budget>)[.. Requests(chat, author), .. Video(chat, author, 0), .. Credits(chat, author, 0)])
        {
            long? used = scope is BudgetScope.Everyone ? await ledger.ReadAsync(limit, cancellationToken).ConfigureAwait(false) : null;
            states.Add(new BudgetState(kind, scope, used, limit.Most, limit.Window));
        }

        return states;
    }

    private async Task<BudgetRefusal?> TakeAsync(IReadOnlyList<Budget> budgets, CancellationToken cancellationToken)
    {
        if (await ledger.TryUseAsync([.. budgets.Select(b => b.Limit)], cancellationToken).ConfigureAwait(false) is not { } refusal)
        {
            return null;
        }

        var (kind, scope, limit) = budgets[refusal.Index];
        return new BudgetRefusal(kind, scope, refusal.Used, limit.Most, limit.Window, refusal.RetryAfter);
    }

    private IEnumerable<Budget> Requests(ConversationKey chat, Author author) => Limits(
        BudgetKind.Requests, chat, author, 1, Options.RequestWindow, [Options.RequestsPerPerson, Options.RequestsPerChat, Options.Requests]);

    private IEnumerable<Budget> Video(ConversationKey chat, Author author, long seconds) => Limits(
        BudgetKind.Video, chat, author, seconds, Options.VideoWindow, [Options.MinutesPerPerson * 60, Options.MinutesPerChat * 60, Options.Minutes * 60]);

    private IEnumerable<Budget> Credits(ConversationKey chat, Author author, long credits) => Limits(
        BudgetKind.Credits, chat, author, credits, Options.CreditWindow, [Options.CreditsPerPerson, Options.CreditsPerChat, Options.Credits]);

    /// <summary>The budgets that are set.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="chat">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="amount">How much.</param>
    /// <param name="window">In which time.</param>
    /// <param name="most">The most for each scope, in their order; 0: unlimited.</param>
    private static IEnumerable<Budget> Limits(BudgetKind kind, ConversationKey chat, Author author, long amount, TimeSpan window, long[] most)
    {
        string[] owners = [$"{chat.Platform}:{author.Id}", chat.ToString(), ""];
        return Scopes.Where(s => most[(int)s] > 0)
            .Select(s => new Budget(kind, s, new UsageLimit($"{kind}:{s}:{owners[(int)s]}", amount, most[(int)s], window)));
    }
}
