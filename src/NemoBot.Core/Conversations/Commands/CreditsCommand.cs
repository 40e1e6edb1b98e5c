using NemoBot.Core.Backend;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;

namespace NemoBot.Core.Conversations.Commands;

/// <summary><c>/credits</c>: what is left, what is reserved, what this conversation used.</summary>
internal sealed class CreditsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["credits"];

    public bool PassesLane => true;

    public bool IsReserved => false;

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
            var situation = await Talking.TalkAnswer.SituationAsync(context, cancellationToken).ConfigureAwait(false);
            return new Answer(FailureAnswer.Describe(exception.Error, situation, context.Texts).Text);
        }
    }
}
