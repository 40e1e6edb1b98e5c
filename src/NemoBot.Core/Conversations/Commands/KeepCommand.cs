using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;

namespace NemoBot.Core.Conversations.Commands;

/// <summary>The button that keeps all tracks of a generated video: there is nothing to do but to say so.</summary>
internal sealed class KeepCommand : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Keep];

    public bool PassesLane => true;

    public bool IsReserved => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(new Answer(context.Texts["talk.kept"]));
}
