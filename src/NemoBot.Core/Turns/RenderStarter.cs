using NemoBot.Core.Budgets;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Turns;

/// <summary>Starts the render that a turn leads to: the record first, then the work.</summary>
internal sealed class RenderStarter(RenderQueue renders, RenderRecords records, BudgetService budget, TurnFinalizer finalizer, TimeProvider clock)
{
    /// <summary>Ends the turn and renders in its status message.</summary>
    /// <param name="context">The turn; its status message belongs to the render afterwards.</param>
    /// <param name="draft">The version to render.</param>
    /// <param name="reply">Shown above the progress.</param>
    /// <param name="cost">What the turn cost; null if unknown.</param>
    /// <param name="isAutomatic">Not asked for: a newer version makes it pointless.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <param name="part">The first format to make; those before it are posted.</param>
    public Task ContinueAsync(
        TurnContext context, DraftRecord draft, string reply, string? cost, bool isAutomatic, CancellationToken cancellationToken, int part = 0) =>
        ContinueAsync(context, draft, new Wish(reply, cost, isAutomatic, IsPreview: false, part), cancellationToken);

    /// <summary>Ends the turn and renders a preview of a version in its status message.</summary>
    public Task PreviewAsync(TurnContext context, DraftRecord draft, CancellationToken cancellationToken) =>
        ContinueAsync(context, draft, new Wish("", null, IsAutomatic: false, IsPreview: true, Part: 0), cancellationToken);

    private async Task ContinueAsync(TurnContext context, DraftRecord draft, Wish wish, CancellationToken cancellationToken)
    {
        var (reply, cost, isAutomatic, isPreview, part) = wish;
        if (await RefuseAsync(context, draft, isPreview, part, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            string?[] lines = [reply, refusal, cost];
            var words = string.Join("\n\n", lines.Where(l => !string.IsNullOrEmpty(l)));
            var offered = RenderOffers.Of(context.Turn, DraftReader.Read(draft.Json, draft.Width, draft.Height), context.Texts);
            await finalizer.FinishAsync(context, TurnState.Done, new Answer(words, [ButtonSet.Export(draft, context.Texts), .. offered])).ConfigureAwait(false);
            return;
        }

        var status = await context.StatusAsync(cancellationToken).ConfigureAwait(false);
        status.Say(reply);
        var record = records.New(draft, context.Turn.Id, status.Message) with { IsPreview = isPreview, Part = part, FirstPart = part };
        await context.SaveAsync(t => t.End(TurnState.Done, clock.GetUtcNow()) with { Reply = reply }, record).ConfigureAwait(false);
        context.HandOverStatus();
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Location = context.Location,
            Draft = draft,
            Record = record,
            Status = status,
            Reply = reply,
            Cost = cost,
            ReplyTo = context.ReplyTo,
            IsAutomatic = isAutomatic,
        });
    }

    /// <summary>Renders in a status message of its own, after the turn has ended. A spent budget leaves the version to <c>/export</c>.</summary>
    public async Task StartAsync(TurnContext context, DraftRecord draft, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(context, draft, isPreview: false, part: 0, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        var record = records.New(draft, context.Turn.Id, null);
        await context.SaveAsync(t => t with { StatusMessageId = null }, record).ConfigureAwait(false);
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Location = context.Location,
            Draft = draft,
            Record = record,
            Status = await context.ReopenStatusAsync(record, cancellationToken).ConfigureAwait(false),
            Reply = "",
            IsAutomatic = true,
        });
    }

    /// <summary>Counts the video against the budgets.</summary>
    private async Task<string?> RefuseAsync(TurnContext context, DraftRecord draft, bool isPreview, int part, CancellationToken cancellationToken)
    {
        var whole = DraftReader.Read(draft.Json, draft.Width, draft.Height).Duration;
        var most = context.Backend.Traits.PreviewLength;
        var length = isPreview && whole > most ? most : whole;
        var files = Math.Max(1, RenderParts.Of(draft, context.Backend.Traits, isPreview).Count - part);
        return await budget.TakeVideoAsync(context.Key, context.Message.Author, length * files, cancellationToken).ConfigureAwait(false) is { } refusal
            ? BudgetText.Describe(refusal, context.Texts)
            : null;
    }

    private sealed record Wish(string Reply, string? Cost, bool IsAutomatic, bool IsPreview, int Part);
}
