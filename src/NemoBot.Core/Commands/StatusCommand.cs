using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/status</c>: what runs and what waits, with names.</summary>
internal sealed class StatusCommand(ConversationQueues lanes, RenderQueue renders) : ICommand
{
    public IReadOnlyList<string> Names => ["status"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var lines = lanes.Look(context.Key)
            .Select((item, i) => texts.Format(
                i == 0 ? "queue.running" : "queue.waiting",
                context.Message.IsPrivate ? Describe(item, texts) : texts.Format("queue.named", item.Turn.Message.Author.Name, Describe(item, texts))))
            .Concat(renders.Running(context.Key).Select(v => texts.Format("queue.rendering", v)))
            .ToList();
        return Task.FromResult<Answer?>(lines.Count == 0
            ? new Answer(texts["queue.empty"])
            : new Answer(string.Join("\n", lines), new Platforms.Button(ButtonIds.Cancel, texts["button.cancel-all"], Platforms.ButtonStyle.Danger)));
    }

    /// <summary>A request in a few words.</summary>
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
