using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>A command that does not exist, and <c>/connect</c> typed where it would show a secret.</summary>
internal sealed class UnknownCommand : ICommand
{
    public IReadOnlyList<string> Names => ["connect"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) => Task.FromResult<Answer?>(new Answer(
        context.Request.Command == "connect" ? context.Texts["connect.how"] : context.Texts.Format("command.unknown", context.Request.Command)));
}
