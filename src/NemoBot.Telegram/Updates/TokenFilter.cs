using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Words;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Keeps tokens out of the conversation: <c>/connect</c> bypasses it, and a token in any other text is masked. Messages that contained
/// a token are deleted where Telegram allows it.
/// </summary>
internal sealed partial class TokenFilter(TextSender sender, NoticeSender notices, BackgroundWork background, ILogger<TokenFilter> logger)
{
    private const string Command = "/connect";

    /// <summary>Returns the part of the message that may enter the conversation; null if nothing is left.</summary>
    public InboundMessage? Filter(InboundMessage message, IReadOnlyList<MessageRef> parts, IInboundSink sink)
    {
        if (message.Text == Command || message.Text.StartsWith(Command + " ", StringComparison.Ordinal))
        {
            var argument = message.Text[Command.Length..].Trim();
            background.Run(stop => message.IsPrivate
                ? ConnectAsync(message, argument, parts, sink, stop)
                : RefuseAsync(message, argument.Length > 0, parts, stop));
            return null;
        }

        if (!Secrets.IsIn(message.Text))
        {
            return message;
        }

        background.Run(stop => WarnAsync(message, parts, stop));
        var rest = Secrets.Remove(message.Text);
        var saysMore = message.Attachments.Count > 0 || rest.Any(char.IsLetterOrDigit);
        return saysMore ? message with { Text = rest } : null;
    }

    private async Task ConnectAsync(
        InboundMessage message, string token, IReadOnlyList<MessageRef> parts, IInboundSink sink, CancellationToken cancellationToken)
    {
        if (token.Length == 0)
        {
            await notices.SendAsync(message.Conversation, TelegramWords.Get(message.Language, "connect.how"), cancellationToken);
            return;
        }

        var deleted = token is "off" || await DeleteAsync(parts, cancellationToken);
        var answer = await AskAsync(message, token, sink, cancellationToken);
        await notices.SendAsync(message.Conversation, AppendReminder(answer, deleted, message.Language), cancellationToken);
    }

    private async Task<string> AskAsync(InboundMessage message, string token, IInboundSink sink, CancellationToken cancellationToken)
    {
        try
        {
            return await sink.ConnectAsync(message.Conversation, message.Author, token, message.Language, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogConnectFailed(error.GetType().Name);
            return TelegramWords.Get(message.Language, "connect.failed");
        }
    }

    private async Task RefuseAsync(InboundMessage message, bool hasToken, IReadOnlyList<MessageRef> parts, CancellationToken cancellationToken)
    {
        var deleted = !hasToken || await DeleteAsync(parts, cancellationToken);
        var answer = TelegramWords.Get(message.Language, "connect.private");
        await notices.SendAsync(message.Conversation, AppendReminder(answer, deleted, message.Language), cancellationToken);
    }

    private async Task WarnAsync(InboundMessage message, IReadOnlyList<MessageRef> parts, CancellationToken cancellationToken)
    {
        var deleted = await DeleteAsync(parts, cancellationToken);
        var answer = TelegramWords.Get(message.Language, "token.seen");
        await notices.SendAsync(message.Conversation, AppendReminder(answer, deleted, message.Language), cancellationToken);
    }

    private async Task<bool> DeleteAsync(IReadOnlyList<MessageRef> parts, CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var part in parts)
        {
            all &= await sender.DeleteAsync(part, cancellationToken);
        }

        return all;
    }

    private static string AppendReminder(string answer, bool deleted, string? language) =>
        deleted ? answer : $"{answer}\n{TelegramWords.Get(language, "token.stays")}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connecting an account failed: {Problem}")]
    private partial void LogConnectFailed(string problem);
}
