using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>A turn that talks to the backend: files, words, the answer, and the render that follows.</summary>
internal sealed class PromptHandler(
    PromptRequestReader orders,
    AttachmentUploader uploader,
    LocalBackendMigration carry,
    SessionProvider sessions,
    DraftService drafts,
    CreditService credits,
    CreditBudget budget,
    PromptStream talk,
    LostStreamRecovery recovery,
    ReplyComposer answers,
    RenderQueue renders,
    TurnReplies ends,
    TurnFinalizer end,
    IOptions<EngineOptions> options,
    TimeProvider clock)
{
    public async Task RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (await orders.ReadAsync(context, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            await end.FinishAsync(context, TurnState.Done, new Answer(context.Texts["press.stale"])).ConfigureAwait(false);
            return;
        }

        if (order.Prompt.Length > options.Value.LongestRequest)
        {
            var words = context.Texts.Format("talk.too-long", order.Prompt.Length, options.Value.LongestRequest);
            await end.FinishAsync(context, TurnState.Failed, new Answer(words)).ConfigureAwait(false);
            return;
        }

        await context.SaveAsync(t => t with { State = TurnState.Running, Prompt = order.Prompt }, cancellationToken).ConfigureAwait(false);
        await orders.TakeOverAsync(order, cancellationToken).ConfigureAwait(false);
        if (order.GoLocal)
        {
            await carry.TakeOverAsync(context, cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(context, order, mayRenew: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a turn that an earlier process had sent: the state tells what became of it.</summary>
    public async Task RecoverAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var state = await recovery.WaitAsync(context, context.Turn.SentAt ?? clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        await ConcludeAsync(context, [], null, null, state, cost: null, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(TurnContext context, PromptRequest order, bool mayRenew, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(context, order, mayRenew ? [] : [context.Texts["session.renewed"]], cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.SessionNotFound && mayRenew)
        {
            await SessionProvider.DropAsync(context, cancellationToken).ConfigureAwait(false);
            await context.SaveAsync(t => t with { FilesUploaded = false, State = TurnState.Running }, cancellationToken).ConfigureAwait(false);
            await RunAsync(context, order with { FilesUploaded = false }, mayRenew: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(TurnContext context, PromptRequest order, IReadOnlyList<string> news, CancellationToken cancellationToken)
    {
        List<string> notes = [.. news];
        if (!order.FilesUploaded && (order.Files.Count > 0 || LinkFinder.Find(order.Prompt).Count > 0))
        {
            var taken = await uploader.UploadAsync(context, order.Files, order.Prompt, order.Compress, cancellationToken).ConfigureAwait(false);
            if (taken.Problem is { } problem)
            {
                await end.FinishAsync(context, TurnState.Failed, problem).ConfigureAwait(false);
                return;
            }

            notes.AddRange(taken.Notes);
        }

        if (order.Prompt.Length == 0)
        {
            await ends.AskAsync(context, order, notes).ConfigureAwait(false);
            return;
        }

        await SayAsync(context, order, notes, cancellationToken).ConfigureAwait(false);
    }

    private async Task SayAsync(TurnContext context, PromptRequest order, List<string> notes, CancellationToken cancellationToken)
    {
        await context.StageAsync("stage.thinking", cancellationToken).ConfigureAwait(false);
        var isNew = context.Conversation.SessionId is null;
        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        var before = isNew ? null : await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var balance = await credits.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var price = CreditService.Estimate(context, before?.DraftJson is not null);
        if (await budget.RefuseAsync(context, price, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await ends.RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        if (balance?.Available < price && !order.CostAccepted)
        {
            await ends.HoldAsync(context, price, balance.Available, notes).ConfigureAwait(false);
            return;
        }

        await context.SaveAsync(t => t with { DraftHashBefore = DraftService.HashOf(before) }, cancellationToken).ConfigureAwait(false);
        PromptResult result;
        try
        {
            result = await PostAsync(context, session, order.Prompt, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.Unavailable)
        {
            // Nobody knows whether the message was taken: an answer of 5xx, or none.
            result = new PromptResult(new Transcript(context.Conversation.Language), Lost: true);
        }

        var state = result.Lost
            ? await recovery.WaitAsync(context, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            : await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var cost = await credits.BookAsync(context, balance, cancellationToken).ConfigureAwait(false);
        await ConcludeAsync(context, notes, result.Lost ? null : result.Transcript, before, state, cost, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts the message. Only a connection that was never made is tried again.</summary>
    private async Task<PromptResult> PostAsync(TurnContext context, string session, string prompt, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await talk.RunAsync(context, session, prompt, cancellationToken).ConfigureAwait(false);
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.NeverSent)
            {
                await context.SaveAsync(t => t with { State = TurnState.Running, SentAt = null }, cancellationToken).ConfigureAwait(false);
                await context.StageAsync("status.waiting-service", cancellationToken).ConfigureAwait(false);
                await Task.Delay(options.Value.RetryWait, clock, cancellationToken).ConfigureAwait(false);
                await context.Backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Tells what came of it and renders a changed timeline unless somebody waits behind.</summary>
    private async Task ConcludeAsync(
        TurnContext context,
        IReadOnlyList<string> notes,
        Transcript? transcript,
        BackendState? before,
        BackendState? after,
        string? cost,
        CancellationToken cancellationToken)
    {
        if (after is null)
        {
            await end.FinishAsync(context, TurnState.Failed, new Answer(context.Texts["talk.lost"], ButtonSet.Rerun(context.Turn.Id, context.Texts)))
                .ConfigureAwait(false);
            return;
        }

        var change = await drafts.CompareAsync(context, before, after, cancellationToken).ConfigureAwait(false);
        var answer = await answers.WriteAsync(context, notes, transcript, change, cancellationToken).ConfigureAwait(false);
        var hasFailed = change.Draft is null && transcript is { Errors.Count: > 0 };
        if (change.CanRender && context.Conversation.AutoRender && !context.HasFollowers())
        {
            await RenderAsync(context, change, answer, cost, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (change.CanRender && context.Conversation.AutoRender)
        {
            await context.SaveConversationAsync(c => c with { RenderOwed = true }, cancellationToken).ConfigureAwait(false);
        }

        await end.FinishAsync(context, hasFailed ? TurnState.Failed : TurnState.Done, TurnReplies.Complete(context, answer, change, cost)).ConfigureAwait(false);
    }

    private async Task RenderAsync(TurnContext context, DraftChange change, Answer answer, string? cost, CancellationToken cancellationToken)
    {
        var status = await context.HandOverStatusAsync(cancellationToken).ConfigureAwait(false);
        status.Say(answer.Text);
        var record = renders.NewRecord(change.Draft!, context.Turn.Id, status.Message);
        await context.SaveAsync(t => t with { State = TurnState.Done, Reply = answer.Text, EndedAt = clock.GetUtcNow(), LeaseUntil = null }, record)
            .ConfigureAwait(false);
        await context.SaveConversationAsync(c => c with { RenderOwed = false }, cancellationToken).ConfigureAwait(false);
        renders.Start(new RenderRequest
        {
            Conversation = context.Conversation,
            Where = context.Where,
            Draft = change.Draft!,
            Record = record,
            Status = status,
            Reply = answer.Text,
            Cost = cost,
            ReplyTo = context.Asked,
            IsAutomatic = true,
        });
    }
}
