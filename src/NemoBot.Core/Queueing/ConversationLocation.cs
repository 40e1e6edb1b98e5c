using NemoBot.Core.Platforms;

namespace NemoBot.Core.Queueing;

/// <summary>
/// The conversation that a piece of work belongs to. It can move while the work runs (a group becomes a supergroup, a project moves
/// into a thread); everything written or posted afterwards goes to the new place.
/// </summary>
internal sealed class ConversationLocation(ConversationKey current)
{
    private volatile ConversationKey _current = current;

    public ConversationKey Current => _current;

    /// <summary>Message ids of the first place are meaningless in the new one.</summary>
    public bool HasMoved { get; private set; }

    public void MoveTo(ConversationKey to)
    {
        HasMoved |= to != _current;
        _current = to;
    }
}
