using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>The turns and renders of this process, as the admin page lists and stops them.</summary>
internal sealed class AdminWorkList(ConversationQueues queues, RenderQueue renders)
{
    public IReadOnlyList<AdminWork> Read() => [.. queues.All().Select(OfTurn), .. renders.All().Select(OfRender)];

    /// <returns>False if nothing of the turn waits or runs.</returns>
    public bool Cancel(long turn)
    {
        var waiting = queues.All().Where(i => i.Turn.Id == turn).ToList();
        waiting.ForEach(queues.Cancel);
        var rendering = renders.All().Where(t => t.Request.TurnId == turn).ToList();
        rendering.ForEach(t => t.Halt(RenderStop.Cancelled));
        return waiting.Count + rendering.Count > 0;
    }

    private static AdminWork OfTurn(QueuedTurn item) => new(
        item.Turn.Id, "turn", item.Location.Current.ToString(), item.IsRunning, item.Turn.CreatedAt, item.Turn.Message.Attachments.Count);

    private static AdminWork OfRender(RenderTask task) => new(
        task.Request.TurnId, "render", task.Request.Location.Current.ToString(), task.MayExist, task.Record.CreatedAt, task.Request.Draft.Version);
}
