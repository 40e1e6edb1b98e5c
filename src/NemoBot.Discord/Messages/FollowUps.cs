using NemoBot.Core.Platforms;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Messages;

/// <summary>Messages by the token of an interaction: the only way where the bot itself may not write.</summary>
internal sealed class FollowUps(DiscordApi api, OpenInteractions interactions)
{
    /// <summary>Sends by the latest interaction of the channel; null if there is none that lives.</summary>
    public async Task<Sent?> TrySendAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        if (interactions.Latest(conversation.Channel) is not { } open)
        {
            return null;
        }

        // The first one would fill the answer that still says "thinking".
        await open.Echo.WaitAsync(cancellationToken);
        var answer = await api.FollowUpAsync(open.Application, open.Token, body with { MessageReference = null }, file, cancellationToken);
        if (Verdict.IsTokenSpent(answer))
        {
            open.IsSpent = true;
            return null;
        }

        return new Sent(answer, open);
    }

    /// <summary>
    /// Puts the engine's answer to a command where the command says "thinking", so that one question has one answer; null if that
    /// place is not free.
    /// </summary>
    public async Task<Sent?> TryAnswerAsync(string? command, MessageBody body, CancellationToken cancellationToken)
    {
        if (interactions.Find(command) is not { } open || !open.TakePlace())
        {
            return null;
        }

        string? id = null;
        try
        {
            var answer = await api.EditFollowUpAsync(open.Application, open.Token, "@original", body, droppable: false, cancellationToken);
            id = answer.IsSuccess ? answer.Read(DiscordJson.Default.WireMessage).Id : null;
            return id is null ? null : new Sent(answer, open);
        }
        finally
        {
            open.SetEcho(id);
        }
    }

    /// <summary>Says something to the person alone.</summary>
    public async Task TellAsync(OpenInteraction open, string text, CancellationToken cancellationToken)
    {
        await open.Echo.WaitAsync(cancellationToken);
        await api.FollowUpAsync(open.Application, open.Token, Bodies.Private(text), file: null, cancellationToken);
    }

    /// <summary>The sentence about missing permissions.</summary>
    public static string NoteFor(Words words, IReadOnlyList<string> missing, bool mute)
    {
        var note = words.Format("missing", string.Join(", ", missing.Select(m => words[m])));
        return mute ? note + " " + words["missing.window"] : note;
    }
}
