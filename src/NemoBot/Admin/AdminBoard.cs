using NemoBot.Core.Budgets;
using NemoBot.Core.Storage;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>Gathers what the admin page shows, and carries out what it asks for.</summary>
internal sealed class AdminBoard(
    AdminHealth health,
    AdminWorkList work,
    AdminPairing pairing,
    AdminBackup backup,
    IStoreOverview overview,
    BudgetService budgets,
    DiskUsage disk,
    TimeProvider clock) : IAdminBoard
{
    private const int MostConversations = 100;

    private readonly DateTimeOffset _startedAt = System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public async Task<AdminView> ReadAsync(CancellationToken cancellationToken)
    {
        var conversations = await overview.GetConversationsAsync(MostConversations, cancellationToken).ConfigureAwait(false);
        return new AdminView(
            health.Backend,
            health.Read(),
            work.Read(),
            [.. conversations.Select(c => new AdminConversation(c.Conversation.Key.ToString(), c.Versions, c.Conversation.CreditsUsed, c.Conversation.UpdatedAt))],
            [.. (await budgets.ReadAsync(cancellationToken).ConfigureAwait(false)).Select(OfBudget)],
            await pairing.ReadAsync(cancellationToken).ConfigureAwait(false),
            health.Errors,
            disk.Read(),
            disk.FreeBytes,
            (long)(clock.GetUtcNow() - _startedAt).TotalSeconds,
            Environment.WorkingSet);
    }

    public bool Cancel(long turn) => work.Cancel(turn);

    public Task<string?> PairAsync(CancellationToken cancellationToken) => pairing.CreateAsync(cancellationToken);

    public Task<(string? File, string? Problem)> BackupAsync(CancellationToken cancellationToken) => backup.WriteAsync(cancellationToken);

    private static AdminBudget OfBudget(BudgetState state) => new(
        state.Kind.ToString().ToLowerInvariant(), state.Scope.ToString().ToLowerInvariant(), state.Used, state.Most, (long)state.Window.TotalSeconds);
}
