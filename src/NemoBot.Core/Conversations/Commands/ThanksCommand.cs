using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;

namespace NemoBot.Core.Conversations.Commands;

/// <summary>Somebody said thank you: a friendly word back, and nothing that costs.</summary>
internal sealed class ThanksCommand : ICommand
{
    public IReadOnlyList<string> Names => ["thanks"];

    public bool PassesLane => true;

    public bool IsReserved => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(new Answer(context.Texts["talk.welcome"]));
}
