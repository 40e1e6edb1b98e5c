using NemoBot.Core.Platforms;

namespace NemoBot.Core.Queueing;

/// <summary>
/// Where a piece of work belongs. A conversation can move while the work goes on (a group becomes a supergroup, a project goes into a
/// thread): what is kept and posted from then on belongs to the new place.
/// </summary>
internal sealed class ConversationLocation(ConversationKey now)
{
    private volatile ConversationKey _now = now;

    public ConversationKey Now => _now;

    /// <summary>Message ids of the first place mean nothing in the new one.</summary>
    public bool HasMoved { get; private set; }

    public void MoveTo(ConversationKey to)
    {
        HasMoved |= to != _now;
        _now = to;
    }
}
