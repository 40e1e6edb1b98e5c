using NemoBot.Core.Delivery;

namespace NemoBot.Core.Conversations.Files;

/// <summary>A file cannot be taken.</summary>
/// <param name="answer">What to tell its sender.</param>
internal sealed class IntakeProblemException(Answer answer) : Exception("A file cannot be taken.")
{
    public Answer Answer { get; } = answer;
}
