using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>The button that keeps all tracks of a generated video: there is nothing to do but to say so.</summary>
internal sealed class KeepCommand : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Keep];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(new Answer(context.Texts["talk.kept"]));
}
