using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Messages;

/// <summary>Messages sent with the token of an interaction: the only way where the bot itself may not write.</summary>
internal sealed class FollowUps(DiscordApi api, OpenInteractions interactions)
{
    /// <summary>Sends with the token of the channel's latest interaction; null if none is valid.</summary>
    public async Task<SendResult?> TrySendAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        if (interactions.Latest(conversation.Channel) is not { } open)
        {
            return null;
        }

        // Before the initial reply is filled, a follow-up would fill it instead of being a message of its own.
        await open.Echo.WaitAsync(cancellationToken);
        var response = await api.FollowUpAsync(open.Application, open.Token, body with { MessageReference = null, Nonce = null }, file, cancellationToken);
        if (ResultMapper.IsTokenSpent(response))
        {
            open.IsSpent = true;
            return null;
        }

        return new SendResult(response, open);
    }

    /// <summary>
    /// Fills the initial reply of a command with the engine's answer, so that one command has one answer; null if the reply is taken.
    /// </summary>
    public async Task<SendResult?> TryAnswerAsync(string? command, MessageBody body, CancellationToken cancellationToken)
    {
        if (interactions.Find(command) is not { } open || !open.TryTakeReply())
        {
            return null;
        }

        string? id = null;
        try
        {
            var response = await api.EditFollowUpAsync(open.Application, open.Token, "@original", body with { Nonce = null }, droppable: false, cancellationToken);
            id = response.IsSuccess ? response.Read(DiscordJson.Default.WireMessage).Id : null;
            return id is null ? null : new SendResult(response, open);
        }
        finally
        {
            open.SetEcho(id);
        }
    }

    /// <summary>Sends a text only the person sees.</summary>
    public async Task NotifyAsync(OpenInteraction open, string text, CancellationToken cancellationToken)
    {
        await open.Echo.WaitAsync(cancellationToken);
        await api.FollowUpAsync(open.Application, open.Token, MessageBodies.Private(text), file: null, cancellationToken);
    }

    /// <summary>The notice about missing permissions.</summary>
    public static string NoteFor(Words words, IReadOnlyList<string> missing, bool isReadOnly)
    {
        var note = words.Format("missing", string.Join(", ", missing.Select(m => words[m])));
        return isReadOnly ? note + " " + words["missing.window"] : note;
    }
}
