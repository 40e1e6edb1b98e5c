using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/new</c>: a fresh timeline; kept versions stay.</summary>
internal sealed class NewCommand : ICommand
{
    public IReadOnlyList<string> Names => ["new"];

    public bool BypassesQueue => false;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        await context.UpdateConversationAsync(c => c.StartProject(context.Turn.Id), cancellationToken).ConfigureAwait(false);
        return new Answer(context.Texts["new.done"], new Button(ButtonIds.Of(ButtonIds.Show, "versions"), context.Texts["button.versions"]));
    }
}
