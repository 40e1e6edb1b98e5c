using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Runs;

/// <summary>Nobody knows whether the work was begun.</summary>
internal sealed class OutcomeUnknownException(string reason, BackendEvent.Failed? failed, Exception? inner) : Exception(reason, inner)
{
    /// <summary>What the service said, if it said something.</summary>
    public BackendEvent.Failed? Failed { get; } = failed;
}
