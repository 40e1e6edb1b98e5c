using NemoBot.Core.Backend;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/credits</c>: what is left, what is reserved, what this conversation used.</summary>
internal sealed class CreditsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["credits"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (!context.Backend.Traits.ChargesCredits)
        {
            return new Answer(context.Texts["credits.free"]);
        }

        try
        {
            var balance = await context.Backend.GetCreditsAsync(context.Caller, cancellationToken).ConfigureAwait(false);
            return new Answer(context.Texts.Format("credits.balance", balance.Available, balance.Reserved, context.Conversation.CreditsUsed));
        }
        catch (BackendException exception)
        {
            var situation = await TurnFailures.SituationAsync(context, cancellationToken).ConfigureAwait(false);
            return new Answer(FailureAnswer.Describe(exception.Error, situation, context.Texts).Text);
        }
    }
}
