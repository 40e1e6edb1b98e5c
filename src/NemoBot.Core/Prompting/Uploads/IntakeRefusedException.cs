using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>A file cannot be taken.</summary>
/// <param name="answer">Text for the sender.</param>
internal sealed class IntakeRefusedException(Answer answer) : Exception("A file cannot be taken.")
{
    public Answer Answer { get; } = answer;

    /// <summary>True if the same file may work later, so that nothing is begun without it.</summary>
    public bool IsTransient { get; init; }

    /// <summary>A refusal by the key of its sentence.</summary>
    public static IntakeRefusedException Of(TurnContext context, string key, params object[] values) => new(new Answer(context.Texts.Format(key, values)));
}
