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
        if (await WordsAsync(context, failure, isUndo, isPreview, cancellationToken).ConfigureAwait(false) is { } words)
        {
            await prompts.SendAsync(context, words, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var draft = await (isUndo && Wanted(context) is null ? EarlierAsync(context, cancellationToken) : FindAsync(context, cancellationToken)).ConfigureAwait(false);
        if (draft is null)
        {
            return new Answer(context.Texts[MissingText(isUndo, Wanted(context))]);
        }

        if (!DraftReader.Read(draft.Json, draft.Width, draft.Height).CanExport)
        {
            return new Answer(context.Texts["export.nothing"]);
        }

        await (isPreview ? renders.PreviewAsync(context, draft, cancellationToken) : RenderAsync(context, draft, failure, isUndo, cancellationToken)).ConfigureAwait(false);
        return null;
    }

    private async Task RenderAsync(TurnContext context, DraftRecord draft, RenderRecord? failure, bool isUndo, CancellationToken cancellationToken)
    {
        var reply = isUndo ? context.Texts.Format("undo.done", draft.Version, draft.Summary) : "";
        await context.UpdateConversationAsync(
            c => c with { ShownVersion = isUndo ? draft.Version : c.ShownVersion, RenderOwed = false }, cancellationToken).ConfigureAwait(false);
        await KeepChoicesAsync(context, draft, failure, cancellationToken).ConfigureAwait(false);
        await renders.ContinueAsync(context, draft, reply, cost: null, isAutomatic: false, cancellationToken, PartOf(context, draft, failure)).ConfigureAwait(false);
    }

    /// <summary>A version whose first render failed has not been shown: what its generation added is still to be kept or taken away.</summary>
    private async Task KeepChoicesAsync(TurnContext context, DraftRecord draft, RenderRecord? failure, CancellationToken cancellationToken)
    {
        if (failure?.DraftVersion == draft.Version
            && await store.GetTurnAsync(failure.TurnId, cancellationToken).ConfigureAwait(false) is { HasGenerated: true })
        {
            await context.SaveAsync(t => t with { HasGenerated = true }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string MissingText(bool isUndo, int? wanted) => (isUndo, wanted) switch
    {
        (true, _) => "undo.nothing",
        (_, null) => "export.nothing",
        _ => "export.unknown-version",
    };

    /// <summary>What is sent to the backend as a request instead; null if a version is rendered.</summary>
    private async Task<string?> WordsAsync(TurnContext context, RenderRecord? failure, bool isUndo, bool isPreview, CancellationToken cancellationToken)
    {
        if (context.Request.Command == "again" && failure is null)
        {
            return context.Request.Arguments;
        }

        return isPreview ? null : await RestoreWordsAsync(context, isUndo, cancellationToken).ConfigureAwait(false);
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

        return context.Conversation.SessionId is null ? null : await NewestAsync(context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What people see: the newest state, or what an undo went back to. A timeline that has changed meanwhile ends an undo.</summary>
    private async Task<DraftRecord?> NewestAsync(TurnContext context, CancellationToken cancellationToken)
    {
        try
        {
            var state = await drafts.ReadAsync(context, cancellationToken).ConfigureAwait(false);
            if (state.DraftJson is null)
            {
                return null;
            }

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
