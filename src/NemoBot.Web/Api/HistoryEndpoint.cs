using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Api;

/// <summary><c>GET /api/channels/{channel}/messages</c>: the newest messages, oldest first; <c>?limit=</c> sets how many.</summary>
internal sealed class HistoryEndpoint(IOptions<WebChatOptions> options, ChatLog log)
{
    private const int Most = 2000;

    public async Task HandleAsync(HttpContext context)
    {
        var channel = context.Channel();
        var count = int.TryParse(context.Request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? Math.Min(limit, Most)
            : options.Value.HistoryLength;
        var newest = await log.ReadNewestAsync(channel, count, context.RequestAborted);
        await context.Response.WriteJsonAsync(StatusCodes.Status200OK, json =>
        {
            json.WriteStartArray();
            foreach (var logged in newest)
            {
                var message = MessageJson.Read(logged);
                if (message.Kind != MessageKinds.Deleted)
                {
                    MessageJson.WriteView(json, logged, message);
                }
            }

            json.WriteEndArray();
        });
    }
}
