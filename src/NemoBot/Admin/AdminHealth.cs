using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>What works and what does not, and what went wrong lately.</summary>
internal sealed class AdminHealth(BackendHealth backend, PlatformDirectory platforms, LoopHealth loops, RecentErrors errors)
{
    public string Backend => backend.Name;

    public IReadOnlyList<AdminError> Errors => errors.Read();

    public IReadOnlyList<AdminState> Read() =>
    [
        new AdminState("backend", backend.Problem),
        .. KnownProblems.Of(loops, platforms).Select(p => new AdminState(p.Key, p.Value)),
    ];
}
