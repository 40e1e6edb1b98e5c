using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>Carries out commands, by whatever way they were given, and posts their answers.</summary>
internal sealed class CommandHandler(
    CommandSet commands, UnknownCommand unknown, AccessPolicyEvaluator access, TurnFinalizer finalizer, Messenger messenger, TimeProvider clock)
    : ITurnHandler
{
    public bool Handles(Request request, TurnState state) => request.Kind is RequestKind.Command && state is not TurnState.Sent;

    public bool BypassesQueue(Request request) => Find(request).BypassesQueue;

    public bool CostsWork(Request request) => Find(request) is { BypassesQueue: false } or TimelineCommand;

    public async Task HandleAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var command = Find(context.Request);
        var may = !command.RequiresAdmin
            || await access.MayAsync(context.Conversation, context.Message.Author, context.Message.IsAdministrator, cancellationToken).ConfigureAwait(false);
        var answer = may
            ? await command.RunAsync(context, cancellationToken).ConfigureAwait(false)
            : new Answer(AccessPolicyEvaluator.Deny(context.Conversation, context.Texts));
        await AnswerAsync(context, answer, cancellationToken).ConfigureAwait(false);
    }

    private ICommand Find(Request request) => commands.Find(request.Command) ?? unknown;

    private async Task AnswerAsync(TurnContext context, Answer? answer, CancellationToken cancellationToken)
    {
        if (answer is not null && context.Turn.StatusMessageId is not null)
        {
            await finalizer.FinishAsync(context, TurnState.Done, answer).ConfigureAwait(false);
            return;
        }

        if (answer is not null)
        {
            await messenger.SayAsync(context.Key, answer.Text, answer.Buttons, context.ReplyTo, cancellationToken).ConfigureAwait(false);
        }

        if (context.Turn.State.IsOpen())
        {
            await context.SaveAsync(t => t.End(TurnState.Done, clock.GetUtcNow()), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
