using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;

namespace NemoBot.Core.Conversations.Commands;

/// <summary>A command that does not exist, and <c>/connect</c> typed where it would show a secret.</summary>
internal sealed class UnknownCommand : ICommand
{
    public IReadOnlyList<string> Names => ["connect"];

    public bool PassesLane => true;

    public bool IsReserved => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) => Task.FromResult<Answer?>(new Answer(
        context.Request.Command == "connect" ? context.Texts["connect.how"] : context.Texts.Format("command.unknown", context.Request.Command)));
}
