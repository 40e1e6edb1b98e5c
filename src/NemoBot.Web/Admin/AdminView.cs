namespace NemoBot.Web.Admin;

/// <summary>All that the admin page shows.</summary>
/// <param name="Backend">The chosen backend, and whether it answers.</param>
/// <param name="Health">Platforms and loops: name and state in words.</param>
/// <param name="Work">Turns and renders that run or wait.</param>
/// <param name="Conversations">The conversations used last.</param>
/// <param name="Budgets">The budgets that are set.</param>
/// <param name="Access">Who may use the bot.</param>
/// <param name="Errors">The latest warnings and errors of the log, newest first.</param>
/// <param name="Disk">What takes space.</param>
/// <param name="FreeBytes">Free space on the disk of the data folder.</param>
/// <param name="UptimeSeconds">Time since the start.</param>
/// <param name="MemoryBytes">Memory of the process.</param>
public sealed record AdminView(
    string Backend,
    IReadOnlyList<AdminState> Health,
    IReadOnlyList<AdminWork> Work,
    IReadOnlyList<AdminConversation> Conversations,
    IReadOnlyList<AdminBudget> Budgets,
    AdminAccess Access,
    IReadOnlyList<AdminError> Errors,
    IReadOnlyList<AdminUsage> Disk,
    long FreeBytes,
    long UptimeSeconds,
    long MemoryBytes);
