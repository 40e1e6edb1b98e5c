using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>What an operator looks up.</summary>
internal static class Overview
{
    public static IReadOnlyList<ConversationOverview> Conversations(Session session, int count) =>
    [
        .. session.All(Collections.Channels).Select(d => new Channel(d)).Where(c => !c.IsForgotten && c.MovedTo is null)
            .Select(c => c.Conversation is { } conversation ? new ConversationOverview(conversation, c.LastVersion) : null)
            .OfType<ConversationOverview>().OrderByDescending(c => c.Conversation.UpdatedAt).Take(count),
    ];

    public static IReadOnlyList<RenderRecord> OfConversation(Session session, ConversationKey key) =>
        Channel.Find(session, key) is { } channel
            ? [.. session.Range(Collections.Renders, "channel", channel.Id, channel.Id).Select(r => Renders.Get(session, r.Text("_id"))).OfType<RenderRecord>().OrderBy(r => r.CreatedAt)]
            : [];
}
