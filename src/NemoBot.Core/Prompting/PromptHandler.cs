using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Carries out a prompt: uploads files, posts the words to the backend once, keeps the new version and starts its render.</summary>
internal sealed class PromptHandler(
    PromptRequestReader requests,
    AttachmentUploader uploader,
    LocalBackendMigration migration,
    SessionProvider sessions,
    DraftService drafts,
    CreditService credits,
    PromptStream stream,
    LostStreamRecovery recovery,
    PromptConclusion conclusion,
    TurnReplies replies,
    TurnFinalizer finalizer,
    IOptionsMonitor<EngineOptions> options,
    TimeProvider clock) : ITurnHandler
{
    public bool Handles(Request request, TurnState state) => request.Kind is RequestKind.Prompt || state is TurnState.Sent;

    public bool BypassesQueue(Request request) => false;

    public bool CostsWork(Request request) => true;

    public Task HandleAsync(TurnContext context, CancellationToken cancellationToken) => context.Turn.State is TurnState.Sent
        ? RecoverAsync(context, cancellationToken)
        : StartAsync(context, cancellationToken);

    /// <summary>Posts words that the bot itself chose, for example to set the session back.</summary>
    public async Task SendAsync(TurnContext context, string prompt, CancellationToken cancellationToken)
    {
        await context.SaveAsync(t => t with { State = TurnState.Running, Prompt = prompt }, cancellationToken).ConfigureAwait(false);
        await TryAsync(context, new PromptRequest { Prompt = prompt, FilesUploaded = true }, [], cancellationToken).ConfigureAwait(false);
    }

    private async Task StartAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (await requests.ReadAsync(context, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            await finalizer.FinishAsync(context, TurnState.Done, new Answer(context.Texts["press.stale"])).ConfigureAwait(false);
            return;
        }

        if (request.Prompt.Length > options.CurrentValue.LongestRequest)
        {
            var words = context.Texts.Format("talk.too-long", request.Prompt.Length, options.CurrentValue.LongestRequest);
            await finalizer.FinishAsync(context, TurnState.Failed, new Answer(words)).ConfigureAwait(false);
            return;
        }

        await BeginAsync(context, request, cancellationToken).ConfigureAwait(false);
        await requests.ReplaceOriginalAsync(request, cancellationToken).ConfigureAwait(false);
        var notes = request.GoLocal ? await migration.TakeOverAsync(context, cancellationToken).ConfigureAwait(false) : [];

        if (await credits.RefuseAsync(context, 0, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await replies.RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        await RunAsync(context, request, notes, mayRenew: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the words, and where the files are: the next press that runs the turn again does not upload them once more.</summary>
    private static Task BeginAsync(TurnContext context, PromptRequest request, CancellationToken cancellationToken) => context.SaveAsync(
        t => t with
        {
            State = TurnState.Running,
            Prompt = request.Prompt,
            FilesUploaded = request.FilesUploaded,
            SessionId = request.FilesUploaded ? context.Conversation.SessionId : t.SessionId,
        },
        cancellationToken);

    /// <summary>Continues a turn that an earlier process had sent: the state shows what became of it.</summary>
    private async Task RecoverAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var state = await recovery.WaitAsync(context, context.Turn.SentAt ?? clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var before = await drafts.FindBeforeAsync(context, cancellationToken).ConfigureAwait(false);
        var cost = await credits.BookAsync(context, cancellationToken).ConfigureAwait(false);
        await conclusion.ConcludeAsync(context, [], null, before, state, cost, cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(TurnContext context, PromptRequest request, IReadOnlyList<string> notes, bool mayRenew, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(context, request, [.. notes], cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException exception) when (
            exception.Error.Kind is BackendErrorKind.SessionNotFound && mayRenew && context.Turn.State is not TurnState.Sent)
        {
            await SessionProvider.DropAsync(context, cancellationToken).ConfigureAwait(false);
            await context.SaveAsync(t => t with { FilesUploaded = false, State = TurnState.Running }, cancellationToken).ConfigureAwait(false);
            string[] renewed = [context.Texts["session.renewed"]];
            await RunAsync(context, request with { FilesUploaded = false }, renewed, mayRenew: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(TurnContext context, PromptRequest request, List<string> notes, CancellationToken cancellationToken)
    {
        if (!request.FilesUploaded
            && (request.Files.Count > 0 || LinkFinder.Find(request.Prompt).Count > 0 || LinkNotes.Uncertain(context, request.Prompt).Count > 0))
        {
            var uploaded = await uploader.UploadAsync(context, request.Files, request.Prompt, request.Compress, cancellationToken).ConfigureAwait(false);
            if (uploaded.Problem is { } problem)
            {
                await finalizer.FinishAsync(context, TurnState.Failed, problem).ConfigureAwait(false);
                return;
            }

            notes.AddRange(uploaded.Notes);
        }

        notes.AddRange(LinkNotes.Describe(context, request.Prompt));
        if (request.Prompt.Length == 0)
        {
            await replies.AskAsync(context, request, notes).ConfigureAwait(false);
            return;
        }

        await PromptAsync(context, request, notes, cancellationToken).ConfigureAwait(false);
    }

    private async Task PromptAsync(TurnContext context, PromptRequest request, List<string> notes, CancellationToken cancellationToken)
    {
        await context.StageAsync("stage.thinking", cancellationToken).ConfigureAwait(false);
        var isNew = context.Conversation.SessionId is null;
        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        await stream.WaitForUnfinishedAsync(context, session, cancellationToken).ConfigureAwait(false);
        var before = isNew ? null : await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var balance = await credits.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var price = CreditService.Estimate(context, before?.DraftJson is not null);
        if (await credits.RefuseAsync(context, price, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await replies.RefuseAsync(context, refusal).ConfigureAwait(false);
            return;
        }

        if (balance?.Available < price && !request.CostAccepted)
        {
            await replies.HoldAsync(context, price, balance.Available, notes).ConfigureAwait(false);
            return;
        }

        // What a restart needs to find out what this turn changed and cost.
        var version = await drafts.NewestVersionAsync(context, cancellationToken).ConfigureAwait(false);
        await context.SaveAsync(
            t => t with { DraftHashBefore = DraftService.HashOf(before), DraftBefore = version, CreditsBefore = balance?.Available },
            cancellationToken).ConfigureAwait(false);
        var result = await PostAsync(context, session, request.Prompt, cancellationToken).ConfigureAwait(false);
        var state = result.Lost
            ? await recovery.WaitAsync(context, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            : await recovery.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var cost = await credits.BookAsync(context, cancellationToken).ConfigureAwait(false);
        await conclusion.ConcludeAsync(context, notes, result.Lost ? null : result.Transcript, before, state, cost, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Posts the prompt. Only a connection that was never made is tried again.</summary>
    private async Task<PromptResult> PostAsync(TurnContext context, string session, string prompt, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await stream.RunAsync(context, session, prompt, cancellationToken).ConfigureAwait(false);
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.Unavailable)
            {
                // A 5xx or no answer at all: whether the prompt was accepted is unknown.
                return new PromptResult(new Transcript(context.Conversation.Language, context.Backend.Traits.WritesPlainText), Lost: true);
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.SessionNotFound)
            {
                // Refused: the next session may get it. One that is lost after it was accepted must not be paid twice.
                await context.SaveAsync(t => t with { State = TurnState.Running, SentAt = null }, cancellationToken).ConfigureAwait(false);
                throw;
            }
            catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.NeverSent)
            {
                await context.SaveAsync(t => t with { State = TurnState.Running, SentAt = null }, cancellationToken).ConfigureAwait(false);
                await context.StageAsync("status.waiting-service", cancellationToken).ConfigureAwait(false);
                await Task.Delay(options.CurrentValue.RetryWait, clock, cancellationToken).ConfigureAwait(false);
                await context.Backend.WaitUntilAvailableAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
