using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Api;

/// <summary><c>GET /api/settings</c>: what the page needs: limits, suggested requests, commands.</summary>
internal sealed class SettingsEndpoint(IOptions<WebChatOptions> options, AccessCheck access, IEnumerable<ISkillCatalog> catalogs)
{
    public Task HandleAsync(HttpContext context) => context.Response.WriteJsonAsync(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("maxUploadBytes", options.Value.MaxUploadBytes);
        json.WriteNumber("maxFiles", options.Value.MaxFiles);
        json.WriteNumber("maxTextLength", options.Value.MaxTextLength);
        json.WriteNumber("historyLength", options.Value.HistoryLength);
        json.WriteBoolean("signIn", !access.IsOpen);
        WriteStarters(json, catalogs.FirstOrDefault());
        WriteCommands(json);
        json.WriteEndObject();
    });

    /// <summary>One starter per skill, the default skill's first: together they show what the bot can do.</summary>
    private static void WriteStarters(Utf8JsonWriter json, ISkillCatalog? skills)
    {
        json.WriteStartObject("starters");
        foreach (var language in skills?.Default.Starters.Keys ?? [])
        {
            var starters = skills!.All.OrderByDescending(s => s == skills.Default)
                .SelectMany(s => s.Starters.TryGetValue(language, out var list) ? list.Take(1) : [])
                .Distinct(StringComparer.Ordinal);
            json.WriteStartArray(language);
            foreach (var starter in starters.Take(6))
            {
                json.WriteStringValue(starter);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteCommands(Utf8JsonWriter json)
    {
        json.WriteStartArray("commands");
        foreach (var command in CommandCatalog.All)
        {
            json.WriteStartObject();
            json.WriteString("name", command.Name);
            json.WriteBoolean("takesWords", command.Argument is CommandArgument.Request);
            json.WriteStartObject("descriptions");
            foreach (var (language, text) in command.Descriptions)
            {
                json.WriteString(language, text);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
