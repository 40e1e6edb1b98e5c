using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Turns;

/// <summary>Reads the timeline, keeps every version of it, and compares versions.</summary>
internal sealed class DraftService(IBotStore store, SessionProvider sessions, TimeProvider clock)
{
    /// <summary>Reads the current state and stores the account and project ids that it names.</summary>
    public async Task<BackendState> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        var state = await sessions.WhenAvailableAsync(
            context, () => context.Backend.GetStateAsync(context.Caller, session, cancellationToken), cancellationToken).ConfigureAwait(false);
        var known = context.Conversation;
        if ((state.UserId ?? known.UserId) != known.UserId || (state.TaskId ?? known.TaskId) != known.TaskId)
        {
            await context.UpdateProjectAsync(
                c => c with { UserId = state.UserId ?? c.UserId, TaskId = state.TaskId ?? c.TaskId }, cancellationToken).ConfigureAwait(false);
        }

        return state;
    }

    /// <summary>Compares a state with the one before the turn and keeps it as a version if it is new.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="before">The state before the turn.</param>
    /// <param name="after">The state now.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<DraftChange> CompareAsync(TurnContext context, BackendState? before, BackendState after, CancellationToken cancellationToken)
    {
        if (after.DraftJson is not { } json || HashOf(before) == DraftHash.Of(json))
        {
            return DraftChange.None;
        }

        var old = before?.DraftJson is { } earlier ? DraftReader.Read(earlier, before.Width, before.Height) : TimelineView.Empty;
        var view = DraftReader.Read(json, after.Width, after.Height);
        var differences = TimelineDifference.Describe(old, view, context.Texts);
        var draft = await KeepAsync(context, after, differences.Count > 0 ? differences[0] : context.Texts["timeline.changed"], cancellationToken)
            .ConfigureAwait(false);
        return new DraftChange(draft, view, differences);
    }

    /// <summary>The version of a state: the newest one if it is the same, otherwise a new one.</summary>
    /// <exception cref="TurnGoneException">The turn was forgotten.</exception>
    public async Task<DraftRecord> KeepAsync(TurnContext context, BackendState state, string summary, CancellationToken cancellationToken)
    {
        var json = state.DraftJson ?? throw new InvalidOperationException("There is no draft to keep.");
        var newest = await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false);
        if (newest is [var last] && last.SessionId == context.Conversation.SessionId && last.Json == json)
        {
            return last;
        }

        var draft = await store.AddDraftAsync(
            new DraftRecord
            {
                Conversation = context.Key,
                Project = context.Conversation.Project,
                Json = json,
                Width = state.Width,
                Height = state.Height,
                Summary = summary,
                Author = context.Message.Author.Name,
                SessionId = context.Conversation.SessionId!,
                SessionVersion = state.Version,
                Backend = context.Backend.Traits.Name,
                CreatedAt = clock.GetUtcNow(),
            },
            context.Turn.Id,
            cancellationToken).ConfigureAwait(false) ?? throw new TurnGoneException();
        await context.UpdateProjectAsync(c => c with { ShownVersion = null }, cancellationToken).ConfigureAwait(false);
        return draft;
    }

    /// <summary>The newest version of the conversation; 0 if there is none.</summary>
    public async Task<int> NewestVersionAsync(TurnContext context, CancellationToken cancellationToken) =>
        await store.GetDraftsAsync(context.Key, 1, cancellationToken).ConfigureAwait(false) is [var newest] ? newest.Version : 0;

    /// <summary>The state before a turn that an earlier process sent, as the version kept then; null if there was none.</summary>
    public async Task<BackendState?> FindBeforeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Turn is not { DraftBefore: > 0, DraftHashBefore: not null })
        {
            return null;
        }

        return await store.GetDraftAsync(context.Key, context.Turn.DraftBefore, cancellationToken).ConfigureAwait(false) is { } kept
            && kept.Project == context.Conversation.Project
            ? new BackendState(kept.Json, null, null, kept.Width, kept.Height)
            : null;
    }

    /// <summary>Identifies the draft of a state; null without a draft.</summary>
    public static string? HashOf(BackendState? state) => state?.DraftJson is { } json ? DraftHash.Of(json) : null;
}
