using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Interactions;

/// <summary>Replies to interactions with their token. The initial reply is due within three seconds, so nothing precedes it.</summary>
internal sealed partial class InteractionResponder(DiscordApi api, ILogger<InteractionResponder> log)
{
    /// <summary>Defers the reply.</summary>
    public Task DeferAsync(WireInteraction interaction, bool update, bool onlyForPerson, CancellationToken cancellationToken) =>
        ReplyAsync(
            interaction,
            new InteractionReply
            {
                Type = update ? InteractionKinds.UpdateLater : InteractionKinds.AnswerLater,
                Data = onlyForPerson ? new InteractionReplyData { Flags = MessageBodies.Ephemeral } : null,
            },
            cancellationToken);

    /// <summary>Sends the initial reply. A failure is only logged: the request itself must not be lost.</summary>
    public async Task ReplyAsync(WireInteraction interaction, InteractionReply reply, CancellationToken cancellationToken)
    {
        try
        {
            var response = await api.ReplyAsync(interaction.Id, interaction.Token, reply, cancellationToken);
            if (!response.IsSuccess)
            {
                LogNotAcknowledged(log, interaction.Type, (int)response.Status, response.Code);
            }
        }
        catch (HttpRequestException)
        {
            LogNotAcknowledged(log, interaction.Type, 0, 0);
        }
    }

    /// <summary>Fills a deferred reply; returns its id, or null on failure.</summary>
    public async Task<string?> FillAsync(OpenInteraction open, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            var response = await api.EditFollowUpAsync(open.Application, open.Token, "@original", body, droppable: false, cancellationToken);
            return response.IsSuccess ? response.Read(DiscordJson.Default.WireMessage).Id : null;
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Fills a deferred reply with plain text.</summary>
    public Task<string?> FillAsync(OpenInteraction open, string text, CancellationToken cancellationToken) =>
        FillAsync(open, MessageBodies.Text(text, Array.Empty<Button>()) with { Flags = null }, cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction of type {Kind} could not be acknowledged (status {Status}, code {Code})")]
    private static partial void LogNotAcknowledged(ILogger logger, int kind, int status, int code);
}
