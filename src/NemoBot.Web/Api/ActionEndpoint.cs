using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Web.Chat;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Api;

/// <summary><c>POST /api/channels/{channel}/actions</c>: presses a button.</summary>
internal sealed class ActionEndpoint(ChatLog log, InboundSinkHolder sinks, Participants participants)
{
    public async Task HandleAsync(HttpContext context)
    {
        var channel = context.Channel();
        var press = await ReadAsync(context, channel);
        var sink = await sinks.GetAsync(context.RequestAborted);
        await participants.AddAsync(channel, press.Author.Name, CancellationToken.None);
        press = press with { IsPrivate = !await participants.IsGroupAsync(channel, CancellationToken.None) };
        var receipt = await sink.PostAsync(press, CancellationToken.None);
        if (receipt.Refusal is not null)
        {
            throw Requests.Refused(receipt);
        }

        await context.Response.WriteJsonAsync(StatusCodes.Status202Accepted, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", press.MessageId);
            writer.WriteEndObject();
        });
    }

    /// <summary>The press that a request asks for, of a message that is in the channel.</summary>
    private async Task<InboundMessage> ReadAsync(HttpContext context, string channel)
    {
        var json = await context.ReadJsonAsync();
        var messageId = json.Text("messageId");
        var action = json.Text("actionId");
        var author = UserNames.Read(json.Text("user"));
        if (action is not { Length: > 0 and <= 64 } || action.Any(c => c is <= ' ' or > '~') || messageId is null)
        {
            throw Requests.Bad();
        }

        if (!ChatLog.TryParseId(messageId, out var id) || await log.FindAsync(channel, id, context.RequestAborted) is null)
        {
            throw Requests.NotFound();
        }

        return new InboundMessage
        {
            Conversation = ChatLog.KeyOf(channel),
            MessageId = Guid.NewGuid().ToString("N"),
            Author = author,
            ActionId = action,
            ActionMessageId = messageId,
            Language = context.Language(json.Text("lang")),
        };
    }
}
