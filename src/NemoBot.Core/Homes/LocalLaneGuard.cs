using NemoBot.Core.Platforms;

namespace NemoBot.Core.Homes;

/// <summary>There is no other process.</summary>
internal sealed class LocalLaneGuard : ILaneGuard
{
    /// <inheritdoc />
    public bool IsAlone => true;

    /// <inheritdoc />
    public Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken) => Task.FromResult(false);
}
