using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Calls;

/// <summary>How long a call may be silent; moving bytes extends it.</summary>
/// <param name="Idle">The time-out at the start.</param>
/// <param name="Begin">Gets the deadline of each try.</param>
internal sealed record AnswerWatch(TimeSpan Idle, Action<Deadline> Begin);
