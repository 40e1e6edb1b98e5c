using NemoBot.Core.Platforms;

namespace NemoBot.Core.Homes;

/// <summary>
/// Asked before something is shown in a chat: no platform can refuse the message of a process that was frozen and does not know yet that
/// another one has gone on with the conversation.
/// </summary>
public interface ILaneGuard
{
    /// <summary>True if no other process continues what this one leaves when it stops.</summary>
    bool IsAlone { get; }

    /// <summary>Returns true if another process has taken the conversation.</summary>
    Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
