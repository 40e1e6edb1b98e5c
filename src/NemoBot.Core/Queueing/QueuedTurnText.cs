using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Text;

namespace NemoBot.Core.Queueing;

/// <summary>Describes queued turns to people.</summary>
internal static class QueuedTurnText
{
    /// <summary>A request in at most 60 characters.</summary>
    public static string Describe(QueuedTurn item, Texts texts)
    {
        var message = item.Turn.Message;
        var request = RequestParser.Read(message);
        var words = request.Kind is RequestKind.Command ? "/" + request.Command
            : message.ActionId is not null ? texts["queue.button"]
            : request.Arguments.Length > 0 ? request.Arguments
            : string.Join(", ", message.Attachments.Select(a => a.Name));
        return TextSplitter.Shorten(words.ReplaceLineEndings(" "), 60, t => t.Length);
    }
}
