using NemoBot.Core.Backend;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>What works and what does not, and what went wrong lately.</summary>
internal sealed class AdminHealth(BackendDirectory backends, PlatformDirectory platforms, LoopHealth loops, RecentErrors errors)
{
    public string Backend => backends.Chosen.Traits.Name;

    public IReadOnlyList<AdminError> Errors => errors.Read();

    public IReadOnlyList<AdminState> Read() =>
    [
        new AdminState("backend", backends.Chosen.IsAvailable ? null : "does not answer"),
        .. KnownProblems.Of(loops, platforms).Select(p => new AdminState(p.Key, p.Value)),
    ];
}
