using NemoBot.Core.Platforms;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Messages;

/// <summary>Messages by the token of an interaction: the only way where the bot itself may not write.</summary>
internal sealed class FollowUps(DiscordApi api, PlaceBook book, OpenInteractions interactions)
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
        return new Sent(answer, open);
    }

    /// <summary>Like <see cref="TrySendAsync"/>, after the channel turned out to be closed to the bot: the person is told once.</summary>
    public async Task<Sent?> TrySendShutOutAsync(ConversationKey conversation, MessageBody body, OutboundFile? file, CancellationToken cancellationToken)
    {
        if (interactions.Latest(conversation.Channel) is not { } open)
        {
            return null;
        }

        if (book.Find(conversation.Channel) is { IsMute: false } place)
        {
            place.IsMute = true;
            await TellAsync(open, NoteFor(Words.For(open.Language), ["permission.view", file is null ? "permission.send" : "permission.attach"], mute: true), cancellationToken);
        }

        return await TrySendAsync(conversation, body, file, cancellationToken);
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
