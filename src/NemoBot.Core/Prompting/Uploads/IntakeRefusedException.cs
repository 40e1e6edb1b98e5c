using NemoBot.Core.Status;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>A file cannot be taken.</summary>
/// <param name="answer">Text for the sender.</param>
internal sealed class IntakeRefusedException(Answer answer) : Exception("A file cannot be taken.")
{
    public Answer Answer { get; } = answer;

    /// <summary>True if the same file may work later, so that nothing is begun without it.</summary>
    public bool IsTransient { get; init; }
}
