using NemoBot.Core.Erasure;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/forget</c>: deletes everything kept about the conversation, after asking once, and says what was deleted.</summary>
internal sealed class ForgetCommand(ConversationEraser eraser, PlatformDirectory platforms, Messenger messenger) : ICommand
{
    public IReadOnlyList<string> Names => [ButtonIds.Forget];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        if (context.Request.Arguments != "yes")
        {
            return new Answer(
                texts["forget.ask"], new Button(ButtonIds.Of(ButtonIds.Forget, "yes"), texts["button.forget"], ButtonStyle.Danger));
        }

        var receipt = await eraser.EraseAsync(context.Key, cancellationToken).ConfigureAwait(false);

        // Nothing of this turn may be written any more: it is forgotten too.
        await messenger.SayAsync(context.Key, Describe(receipt, platforms.For(context.Key), texts), [], null, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static string Describe(ErasureReceipt receipt, IChatPlatform platform, Texts texts)
    {
        var kept = receipt.Contents;
        string?[] lines =
        [
            texts["forget.done"],
            texts.Format("forget.records", kept.Turns, kept.Versions, kept.Renders),
            texts.Format("forget.files", receipt.Files.Count, ByteText.Of(receipt.Files.Bytes)),
            kept.Messages > 0 ? texts.Format("forget.messages", kept.Messages) : null,
            receipt.HadAccount ? texts["forget.account"] : null,
            receipt.ServiceMayHold ? texts["forget.service"] : null,
            receipt.IsUnreached ? texts["forget.unreached"] : null,
            platform is IConversationEraser ? null : texts["forget.chat"],
        ];
        return string.Join('\n', lines.Where(l => l is not null));
    }
}
