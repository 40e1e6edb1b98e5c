using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Erasure;

/// <summary>
/// Deletes everything that is kept of a conversation: work is stopped, then its sessions at the backends, its records, and the platform's
/// files are deleted. Each step can be repeated, so a crash in between leaves nothing that a second erasure would not delete.
/// </summary>
internal sealed class ConversationEraser(
    IBotStore store, ConversationQueues queues, RenderQueue renders, PlatformDirectory platforms, SessionEraser sessions, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<ErasureReceipt> EraseAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        await StopWorkAsync(key, cancellationToken).ConfigureAwait(false);
        var conversation = await store.GetConversationAsync(key, cancellationToken).ConfigureAwait(false);
        var contents = await store.DescribeConversationAsync(key, cancellationToken).ConfigureAwait(false);
        var ids = contents.Sessions.Append(conversation?.SessionId).OfType<string>().Distinct(StringComparer.Ordinal);
        var (files, mayHold, isUnreached) = await sessions.EraseAsync(conversation, ids, cancellationToken).ConfigureAwait(false);
        await store.ForgetConversationAsync(key, cancellationToken).ConfigureAwait(false);
        if (platforms.Has(key) && platforms.For(key) is IConversationEraser platform)
        {
            files = files.And(await platform.EraseAsync(key, cancellationToken).ConfigureAwait(false));
        }

        var hadAccount = conversation is not null && conversation.AccountKey != Accounts.Default;
        return new ErasureReceipt(contents, files, hadAccount, mayHold, isUnreached);
    }

    /// <summary>True if work runs or waits here.</summary>
    public bool IsBusy(ConversationKey key) => queues.Snapshot(key).Count > 0 || !renders.WhenIdleAsync(key).IsCompleted;

    /// <summary>Waits for what was stopped: a turn that is just beginning would add the conversation again.</summary>
    private async Task StopWorkAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var open = queues.Snapshot(key);
        foreach (var item in open)
        {
            queues.Cancel(item);
        }

        renders.Stop(key, null, RenderStop.Gone);
        var ended = Task.WhenAll([.. open.Select(i => i.Ended), renders.WhenIdleAsync(key)]);
        await Task.WhenAny(ended, Task.Delay(Patience, clock, cancellationToken)).ConfigureAwait(false);
    }
}
