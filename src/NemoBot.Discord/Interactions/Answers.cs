using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Interactions;

/// <summary>Answers interactions by their token. The first answer has three seconds, so nothing comes before it.</summary>
internal sealed partial class Answers(DiscordApi api, ILogger<Answers> log)
{
    /// <summary>Says that the answer comes later.</summary>
    public Task DeferAsync(WireInteraction interaction, bool update, bool onlyForPerson, CancellationToken cancellationToken) =>
        ReplyAsync(
            interaction,
            new InteractionReply
            {
                Type = update ? InteractionKinds.UpdateLater : InteractionKinds.AnswerLater,
                Data = onlyForPerson ? new InteractionReplyData { Flags = Bodies.Ephemeral } : null,
            },
            cancellationToken);

    /// <summary>Gives the first answer; one that is too late or was given before is no reason to lose the request.</summary>
    public async Task ReplyAsync(WireInteraction interaction, InteractionReply reply, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.ReplyAsync(interaction.Id, interaction.Token, reply, cancellationToken);
            if (!answer.IsSuccess)
            {
                LogUnanswered(log, interaction.Type, (int)answer.Status, answer.Code);
            }
        }
        catch (HttpRequestException)
        {
            LogUnanswered(log, interaction.Type, 0, 0);
        }
    }

    /// <summary>Fills the first answer; its id, or null if that did not work.</summary>
    public async Task<string?> FillAsync(OpenInteraction open, MessageBody body, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.EditFollowUpAsync(open.Application, open.Token, "@original", body, droppable: false, cancellationToken);
            return answer.IsSuccess ? answer.Read(DiscordJson.Default.WireMessage).Id : null;
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Fills the first answer with a plain text.</summary>
    public Task<string?> FillAsync(OpenInteraction open, string text, CancellationToken cancellationToken) =>
        FillAsync(open, Bodies.Text(text, Array.Empty<Button>()) with { Flags = null }, cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An interaction of kind {Kind} could not be answered at once ({Status}, {Code})")]
    private static partial void LogUnanswered(ILogger logger, int kind, int status, int code);
}
