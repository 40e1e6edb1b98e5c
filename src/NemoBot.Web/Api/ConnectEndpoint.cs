using Microsoft.AspNetCore.Http;
using NemoBot.Web.Chat;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Api;

/// <summary>
/// <c>POST /api/channels/{channel}/connect</c> <c>{token, user, lang}</c>: connects the sender's own account. The token goes to the
/// engine and nowhere else; the response <c>{text}</c> is for the sender alone.
/// </summary>
internal sealed class ConnectEndpoint(InboundSinkHolder sinks)
{
    private const int MaxTokenLength = 4096;

    public async Task HandleAsync(HttpContext context)
    {
        var channel = context.Channel();
        var json = await context.ReadJsonAsync();
        var token = json.Text("token")?.Trim();
        if (token is { Length: 0 or > MaxTokenLength })
        {
            throw Requests.Bad();
        }

        var sink = await sinks.GetAsync(context.RequestAborted);
        var sentence = await sink.ConnectAsync(
            ChatLog.KeyOf(channel), UserNames.Read(json.Text("user")), token, context.Language(json.Text("lang")), context.RequestAborted);
        await context.Response.WriteJsonAsync(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("text", sentence);
            writer.WriteEndObject();
        });
    }
}
