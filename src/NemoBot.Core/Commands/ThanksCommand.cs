using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>Somebody said thank you: a friendly word back, and nothing that costs.</summary>
internal sealed class ThanksCommand : ICommand
{
    public IReadOnlyList<string> Names => ["thanks"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(new Answer(context.Texts["talk.welcome"]));
}
