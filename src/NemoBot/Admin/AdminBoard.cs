using Microsoft.Extensions.Options;
using NemoBot.Core.Access;
using NemoBot.Core.Backend;
using NemoBot.Core.Budgets;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Recovery;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Settings;
using NemoBot.Storage.Backups;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>Gathers what the admin page shows, and carries out what it asks for.</summary>
internal sealed class AdminBoard(
    ConversationQueues queues,
    RenderQueue renders,
    IStoreOverview overview,
    IStoreBackup backup,
    BackendDirectory backends,
    PlatformDirectory platforms,
    LoopHealth loops,
    RecentErrors errors,
    DiskUsage disk,
    BudgetService budgets,
    PairingService pairing,
    IOptionsMonitor<AccessOptions> access,
    IConfiguration configuration,
    TimeProvider clock) : IAdminBoard
{
    private const int MostConversations = 100;

    /// <summary>The chat that learns who used a code of the admin page.</summary>
    private static readonly ConversationKey PairingChat = new("web", "admin");

    private readonly DateTimeOffset _startedAt = System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public async Task<AdminView> ReadAsync(CancellationToken cancellationToken)
    {
        var conversations = await overview.GetConversationsAsync(MostConversations, cancellationToken).ConfigureAwait(false);
        var chosen = backends.Chosen;
        return new AdminView(
            chosen.Traits.Name,
            [new AdminState("backend", chosen.IsAvailable ? null : "does not answer"), .. KnownProblems.Of(loops, platforms).Select(p => new AdminState(p.Key, p.Value))],
            [.. queues.All().Select(OfTurn), .. renders.All().Select(OfRender)],
            [.. conversations.Select(c => new AdminConversation(c.Conversation.Key.ToString(), c.Versions, c.Conversation.CreditsUsed, c.Conversation.UpdatedAt))],
            [.. (await budgets.ReadAsync(cancellationToken).ConfigureAwait(false)).Select(OfBudget)],
            await ReadAccessAsync(cancellationToken).ConfigureAwait(false),
            errors.Read(),
            disk.Read(),
            disk.FreeBytes,
            (long)(clock.GetUtcNow() - _startedAt).TotalSeconds,
            Environment.WorkingSet);
    }

    public bool Cancel(long turn)
    {
        var waiting = queues.All().Where(i => i.Turn.Id == turn).ToList();
        waiting.ForEach(queues.Cancel);
        var rendering = renders.All().Where(t => t.Request.TurnId == turn).ToList();
        rendering.ForEach(t => t.Halt(RenderStop.Cancelled));
        return waiting.Count + rendering.Count > 0;
    }

    public async Task<string?> PairAsync(CancellationToken cancellationToken) =>
        access.CurrentValue.OnlyKnown ? await pairing.CreateAsync(PairingChat, cancellationToken).ConfigureAwait(false) : null;

    public async Task<(string? File, string? Problem)> BackupAsync(CancellationToken cancellationToken)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(DataFolder.Find(configuration), "backups"));
            var file = Path.Combine(folder.FullName, $"nemobot-{clock.GetUtcNow():yyyyMMdd-HHmmss}.litedb");
            await backup.BackupAsync(file, cancellationToken).ConfigureAwait(false);
            return (file, null);
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }

    private async Task<AdminAccess> ReadAccessAsync(CancellationToken cancellationToken) => new(
        !access.CurrentValue.OnlyKnown,
        await pairing.CountCodesAsync(cancellationToken).ConfigureAwait(false),
        (long)access.CurrentValue.PairingLife.TotalSeconds);

    private static AdminBudget OfBudget(BudgetState state) => new(
        state.Kind.ToString().ToLowerInvariant(), state.Scope.ToString().ToLowerInvariant(), state.Used, state.Most, (long)state.Window.TotalSeconds);

    private static AdminWork OfTurn(QueuedTurn item) => new(
        item.Turn.Id, "turn", item.Location.Current.ToString(), item.IsRunning, item.Turn.CreatedAt, item.Turn.Message.Attachments.Count);

    private static AdminWork OfRender(RenderTask task) => new(
        task.Request.TurnId, "render", task.Request.Location.Current.ToString(), task.MayExist, task.Record.CreatedAt, task.Request.Draft.Version);
}
