using NemoBot.Core.Backend;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Reports what came of a prompt, and renders a changed timeline unless another turn waits behind.</summary>
internal sealed class PromptConclusion(DraftService drafts, ReplyComposer composer, PostedFormats posted, RenderStarter renders, TurnFinalizer finalizer)
{
    /// <param name="context">The turn.</param>
    /// <param name="notes">What was done to files, which skill was chosen.</param>
    /// <param name="transcript">What the backend said; null when the stream was lost.</param>
    /// <param name="before">The state before the turn; null if there was none.</param>
    /// <param name="after">The state now; null if nothing came of the prompt.</param>
    /// <param name="cost">What the turn cost, as a sentence; null if unknown.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task ConcludeAsync(
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
            var lost = new Answer(context.Texts["talk.lost"], ButtonSet.Rerun(context.Turn.Id, context.Texts));
            await finalizer.FinishAsync(context, TurnState.Failed, lost).ConfigureAwait(false);
            return;
        }

        var change = await drafts.CompareAsync(context, before, after, cancellationToken).ConfigureAwait(false);
        var answer = await composer.WriteAsync(context, notes, transcript, change, cancellationToken).ConfigureAwait(false);

        // The setting may have changed while the turn ran.
        var newest = await context.ReadConversationAsync(cancellationToken).ConfigureAwait(false);
        var rendersNow = change.CanRender && newest.AutoRender && !context.HasFollowers();
        if (change.CanRender && newest.AutoRender)
        {
            await context.UpdateProjectAsync(c => c with { RenderOwed = !rendersNow }, cancellationToken).ConfigureAwait(false);
        }

        if (rendersNow)
        {
            var part = await posted.FirstOwedAsync(change.Draft!, context.Backend.Traits, cancellationToken).ConfigureAwait(false);
            await renders.ContinueAsync(context, change.Draft!, answer.Text, cost, isAutomatic: true, cancellationToken, part).ConfigureAwait(false);
            return;
        }

        var hasFailed = change.Draft is null && transcript is { Errors.Count: > 0 };
        await finalizer.FinishAsync(
            context, hasFailed ? TurnState.Failed : TurnState.Done, TurnReplies.Complete(context, answer, change, cost, newest.AutoRender)).ConfigureAwait(false);
    }
}
