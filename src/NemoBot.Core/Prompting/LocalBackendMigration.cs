using NemoBot.Core.Backend;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>
/// Lets the embedded backend take over a project: its files are uploaded again from the platform, and what was asked so far is asked
/// again, in order. From then on the project is worked on there until a new one is started.
/// </summary>
internal sealed class LocalBackendMigration(IBotStore store, AttachmentUploader uploader, SessionProvider sessions)
{
    /// <returns>A note for each message whose files the project goes on without.</returns>
    public async Task<IReadOnlyList<string>> TakeOverAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var local = context.Backends.Local ?? throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "no embedded backend"));
        var told = await store.GetDoneTurnsAsync(context.Key, context.Conversation.ProjectFirstTurn, cancellationToken).ConfigureAwait(false);
        await context.UpdateConversationAsync(
            c => c with { Backend = local.Traits.Name, SessionId = null, TaskId = null, UserId = null }, cancellationToken).ConfigureAwait(false);
        await context.StageAsync("stage.carrying", cancellationToken).ConfigureAwait(false);
        List<string> notes = [];
        foreach (var turn in told)
        {
            notes.AddRange(await UploadAsync(context, turn, cancellationToken).ConfigureAwait(false));
            await RepeatAsync(context, turn, cancellationToken).ConfigureAwait(false);
        }

        return notes;
    }

    private async Task<IReadOnlyList<string>> UploadAsync(TurnContext context, TurnRecord turn, CancellationToken cancellationToken)
    {
        if (turn.Message.Attachments.Count == 0)
        {
            return [];
        }

        var uploaded = await uploader.UploadAsync(context, turn.Message.Attachments, "", compress: false, cancellationToken).ConfigureAwait(false);
        return uploaded.Problem is { } problem ? [context.Texts.Format("file.left-out", problem.Text)] : [];
    }

    private async Task RepeatAsync(TurnContext context, TurnRecord turn, CancellationToken cancellationToken)
    {
        var words = turn.Prompt ?? RequestParser.Read(turn.Message).Arguments;
        if (words.Length == 0)
        {
            return;
        }

        var session = await sessions.EnsureAsync(context, cancellationToken).ConfigureAwait(false);
        await foreach (var item in context.Backend.RunAsync(context.Caller, session, words, cancellationToken).ConfigureAwait(false))
        {
            // Only the timeline matters here; what was said about it has been shown before.
            _ = item;
        }
    }
}
