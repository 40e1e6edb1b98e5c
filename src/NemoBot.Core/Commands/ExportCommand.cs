using System.Globalization;
using NemoBot.Core.Backend;
using NemoBot.Core.Prompting;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>
/// <c>/export [version]</c>, <c>/preview</c> and <c>/undo [version]</c>: render a version and post it. Where the backend can restore, the session is set
/// back as well, so that the next edit continues from what people see. "Again" is an export after a render that failed, and else a request.
/// </summary>
internal sealed class ExportCommand(IBotStore store, DraftService drafts, RenderStarter renders, PromptHandler prompts) : ICommand
{
    public IReadOnlyList<string> Names => ["export", "again", "preview", "undo"];

    public bool BypassesQueue => false;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var isUndo = context.Request.Command == "undo";
        var isPreview = context.Request.Command == "preview" && context.Backend.Traits.CanPreview;
        var failure = isUndo || isPreview ? null : await LastFailureAsync(context, cancellationToken).ConfigureAwait(false);
        if (context.Request.Command == "again" && failure is null)
        {
            await prompts.SendAsync(context, context.Request.Arguments, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (!isPreview && await RestoreWordsAsync(context, isUndo, cancellationToken).ConfigureAwait(false) is { } words)
        {
            await prompts.SendAsync(context, words, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var draft = isUndo
            ? await (Wanted(context) is null ? EarlierAsync(context, cancellationToken) : FindAsync(context, cancellationToken)).ConfigureAwait(false)
            : await FindAsync(context, cancellationToken).ConfigureAwait(false);
        if (draft is null)
        {
            return new Answer(context.Texts[isUndo ? "undo.nothing" : Wanted(context) is null ? "export.nothing" : "export.unknown-version"]);
        }

        if (!DraftReader.Read(draft.Json, draft.Width, draft.Height).CanExport)
        {
            return new Answer(context.Texts["export.nothing"]);
        }

        if (isPreview)
        {
            await renders.PreviewAsync(context, draft, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var reply = isUndo ? context.Texts.Format("undo.done", draft.Version, draft.Summary) : "";
        await context.UpdateConversationAsync(
            c => c with { ShownVersion = isUndo ? draft.Version : c.ShownVersion, RenderOwed = false }, cancellationToken).ConfigureAwait(false);
        await renders.ContinueAsync(context, draft, reply, cost: null, isAutomatic: false, cancellationToken, PartOf(context, draft, failure)).ConfigureAwait(false);
        return null;
    }

    /// <summary>The request that makes the backend restore its session; null if it cannot, or if the newest version is wanted.</summary>
    private async Task<string?> RestoreWordsAsync(TurnContext context, bool isUndo, CancellationToken cancellationToken)
    {
        if (!context.Backend.Traits.CanRestore || context.Conversation.SessionId is not { } session)
        {
            return null;
        }

        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false) is [var last] ? last : null;
        if (Wanted(context) is not { } wanted)
        {
            return isUndo && newest?.SessionId == session ? "undo" : null;
        }

        // The session counts its own versions; those of other sessions it does not know.
        return wanted != newest?.Version
            && await store.GetDraftAsync(context.Key, wanted, cancellationToken).ConfigureAwait(false) is { SessionVersion: { } number } draft
            && draft.SessionId == session
            ? string.Create(CultureInfo.InvariantCulture, $"go to version {number}") : null;
    }

    private static int? Wanted(TurnContext context) => VersionArgument.Read(context.Request.Arguments);

    /// <summary>The first format to make: the button after a failure names it, and words after a failure mean the same.</summary>
    private static int PartOf(TurnContext context, DraftRecord draft, RenderRecord? failure)
    {
        var named = context.Request.Arguments.Split(' ') is [_, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : failure?.DraftVersion == draft.Version ? failure.Part
            : 0;
        return named < RenderParts.Of(draft, context.Backend.Traits, isPreview: false).Count ? named : 0;
    }

    /// <summary>The last video that was to be made, if that failed.</summary>
    private async Task<RenderRecord?> LastFailureAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var renders = await store.GetRendersAsync(context.Key, cancellationToken).ConfigureAwait(false);
        return renders.LastOrDefault(r => !r.IsPreview) is { State: RenderState.Failed } failed ? failed : null;
    }

    private async Task<DraftRecord?> FindAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (Wanted(context) is { } version)
        {
            return await store.GetDraftAsync(context.Key, version, cancellationToken).ConfigureAwait(false);
        }

        if (context.Conversation.SessionId is null)
        {
            return null;
        }

        try
        {
            var state = await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
            if (state.DraftJson is null)
            {
                return null;
            }

            // A timeline that has changed meanwhile ends an undo; otherwise what the undo went back to is what people see.
            var newest = await drafts.KeepAsync(context, state, context.Texts["timeline.changed"], cancellationToken).ConfigureAwait(false);
            return context.Conversation.ShownVersion is { } shown
                ? await store.GetDraftAsync(context.Key, shown, cancellationToken).ConfigureAwait(false)
                : newest;
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.SessionNotFound)
        {
            // The service has dropped the project; the version kept here can still be rendered.
            return await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false) is [var kept] ? kept : null;
        }
    }

    /// <summary>The version before the one that is shown now; repeated undos go further back.</summary>
    private async Task<DraftRecord?> EarlierAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false);
        if (newest is not [var last] || last.Project != context.Conversation.Project)
        {
            return null;
        }

        // Old versions are thinned, so the one before may have any lower number.
        var shown = context.Conversation.ShownVersion ?? last.Version;
        var drafts = await store.GetDraftsAsync(context.Key, Math.Max(0, last.Version - shown) + 2, cancellationToken).ConfigureAwait(false);
        var earlier = drafts.FirstOrDefault(d => d.Version < shown);
        return earlier?.Project == last.Project ? earlier : null;
    }
}
