using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>
/// Who of several instances works on what. Only a store that several instances share has it: a store for one process is that process's
/// by the lock on its file, and every lane in it too.
/// </summary>
/// <remarks>
/// Taking a lane raises its epoch. From then on every write of the former owner to turns, renders, drafts and replies of the lane is
/// refused with <see cref="LaneLostException"/>, inside the transaction of the write: an instance that was frozen and goes on cannot
/// change what another one has continued.
/// </remarks>
public interface ILaneStore
{
    /// <summary>Writes that were refused because another instance has the lane.</summary>
    long RefusedWrites { get; }

    /// <summary>Returns true if this instance took the lane and no other has taken it since.</summary>
    Task<bool> HoldsLaneAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Returns true if another instance has taken the lane.</summary>
    Task<bool> IsLaneTakenAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Takes the lane of a conversation, whoever has it.</summary>
    /// <returns>The work that is open in it.</returns>
    Task<LaneWork> ClaimLaneAsync(ConversationKey conversation, string owner, CancellationToken cancellationToken);

    /// <summary>Gives a lane back, so that any instance finds it idle.</summary>
    Task ReleaseLaneAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The conversations that have open work and no owner among the living instances.</summary>
    Task<IReadOnlyList<ConversationKey>> FindIdleLanesAsync(IReadOnlyCollection<string> living, int limit, CancellationToken cancellationToken);

    /// <summary>Open work from before a time, in lanes that an instance has by the store. Renders are found whatever their age.</summary>
    Task<IReadOnlyList<OpenWork>> FindOpenWorkAsync(string owner, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>What is open in a conversation.</summary>
    Task<LaneWork> ReadWorkAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>Takes a work that only one instance may do, unless a living one has it. A cursor of the same name is fenced with it.</summary>
    /// <returns>False if a living instance has it.</returns>
    Task<bool> ClaimSoleWorkAsync(string name, string owner, IReadOnlyCollection<string> living, CancellationToken cancellationToken);

    /// <summary>Returns true if this instance took the work and no other has taken it since.</summary>
    Task<bool> HoldsSoleWorkAsync(string name, CancellationToken cancellationToken);

    /// <summary>Gives a work back.</summary>
    Task ReleaseSoleWorkAsync(string name, CancellationToken cancellationToken);
}
