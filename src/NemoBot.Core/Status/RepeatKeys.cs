using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// Keys under which a platform recognizes a repeat. They follow from the work and not from the process: a message that was posted right
/// before a crash is found again by the next process, where the platform can do that.
/// </summary>
internal static class RepeatKeys
{
    /// <summary>The first status message of a turn, be it an announcement or its progress.</summary>
    public static string StatusOf(TurnRecord turn) => $"status {turn.Message.Conversation} {turn.Id} {turn.Message.MessageId}";

    /// <summary>The status message of a render that has one of its own: the turn's holds the turn's answer.</summary>
    public static string StatusOf(RenderRecord render) => $"status {render.Id}";

    /// <summary>The message that takes the place of one that somebody deleted.</summary>
    public static string ReplacementOf(MessageRef message) => $"status after {message.Conversation} {message.MessageId}";

    /// <summary>The file of a render.</summary>
    public static string FileOf(RenderRecord render) => render.Part == 0 ? $"file {render.Id}" : $"file {render.Id} {render.Part}";
}
