using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>Answers to interactions: the first within three seconds, the others as long as the token lives.</summary>
internal sealed class StandInTokens(DiscordStandIn discord)
{
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public async Task CallbackAsync(HttpContext http, string[] parts)
    {
        if (!discord.Interactions.TryGetValue(parts[2], out var interaction) || discord.Clock.GetUtcNow() - interaction.At > FirstAnswer)
        {
            await StandInRest.ErrorAsync(http, 404, 10062, "Unknown interaction");
            return;
        }

        var body = (JsonObject)(await StandInRest.BodyAsync(http))!;
        var type = (int)body["type"]!;
        var fits = interaction.Type switch { 2 => type is 4 or 5 or 9, 3 => type is 4 or 5 or 6 or 7 or 9, 4 => type == 8, _ => type is 4 or 5 };
        var broken = type == 9 ? StandInForms.Modal((JsonObject)body["data"]!) : null;
        if (!fits || broken is not null || (type == 8 && (body["data"]?["choices"] as JsonArray)?.Count is not <= 25))
        {
            await StandInRest.ErrorAsync(http, 400, 50035, broken ?? "type");
            return;
        }

        if (!interaction.TryAnswer(body))
        {
            await StandInRest.ErrorAsync(http, 400, 40060, "Interaction has already been acknowledged.");
            return;
        }

        http.Response.StatusCode = 204;
    }

    public async Task WebhookAsync(HttpContext http, string[] parts)
    {
        if (!discord.Interactions.TryGetValue(parts[2], out var interaction) || discord.Clock.GetUtcNow() - interaction.At > TokenLife)
        {
            await StandInRest.ErrorAsync(http, 401, 50027, "Invalid Webhook Token");
            return;
        }

        if (!interaction.Answered.IsCompleted)
        {
            await StandInRest.ErrorAsync(http, 404, 10015, "Unknown Webhook");
            return;
        }

        var target = parts.Length > 4 ? parts[4] : interaction.Original is null && interaction.Type != 3 ? "@original" : null;
        var (body, files) = await discord.Rest.ReadMessageAsync(http);
        if (body is not null)
        {
            await StandInRest.OkAsync(http, target is null ? FollowUp(interaction, body, files) : Fill(interaction, target, body, files));
        }
    }

    private JsonObject FollowUp(StandInInteraction interaction, JsonObject body, JsonArray files)
    {
        if (((int?)body["flags"] & 64) == 64)
        {
            interaction.Private.Enqueue((JsonObject)body.DeepClone());
            return new JsonObject { ["id"] = discord.NextId() };
        }

        return discord.Rest.Post(interaction.Channel, body, files);
    }

    private JsonObject Fill(StandInInteraction interaction, string target, JsonObject body, JsonArray files)
    {
        var id = target == "@original" ? interaction.Pressed ?? interaction.Original : target;
        if (id is not null && interaction.Channel.Messages.TryGetValue(id, out var message))
        {
            StandInRest.Merge(message, body);
            return message;
        }

        if (interaction.IsPrivate)
        {
            interaction.Private.Enqueue((JsonObject)body.DeepClone());
            return new JsonObject { ["id"] = discord.NextId() };
        }

        message = discord.Rest.Post(interaction.Channel, body, files);
        interaction.Original = (string)message["id"]!;
        return message;
    }
}
