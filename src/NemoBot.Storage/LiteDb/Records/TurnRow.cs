using LiteDB;
using JsonSerializer = System.Text.Json.JsonSerializer;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>A turn as a document.</summary>
internal static class TurnRow
{
    public static BsonDocument Write(TurnRecord turn, long channel)
    {
        var row = new BsonDocument { ["_id"] = turn.Id };
        row.Set("place", Place.Of(channel, turn.Id));
        SetMessage(row, turn.Message);
        Fill(row, turn);
        return row;
    }

    public static void SetMessage(BsonDocument row, InboundMessage message) =>
        row.Set("message", JsonSerializer.Serialize(message, DocumentJson.Default.InboundMessage));

    /// <summary>Writes everything but the message, which hardly ever changes and is most of the document.</summary>
    public static void Fill(BsonDocument row, TurnRecord turn)
    {
        row.Set("state", turn.State.ToString());
        row.Set("status", turn.StatusMessageId);
        row.Set("prompt", turn.Prompt);
        row.Set("session", turn.SessionId);
        row.Set("draftBefore", turn.DraftBefore);
        row.Set("hashBefore", turn.DraftHashBefore);
        row.Set("uploaded", turn.FilesUploaded);
        row.Set("reply", turn.Reply);
        row.Set("creditsBefore", turn.CreditsBefore);
        row.Set("creditsAfter", turn.CreditsAfter);
        row.Set("costAccepted", turn.CostAccepted);
        row.Set("offers", turn.Offers.Count == 0 ? null : JsonSerializer.Serialize(turn.Offers, DocumentJson.Default.IReadOnlyListString));
        row.Set("generated", turn.HasGenerated);
        row.Set("trace", turn.TraceParent);
        row.Set("owner", turn.Owner);
        row.Set("until", turn.LeaseUntil);
        row.Set("created", turn.CreatedAt);
        row.Set("sent", turn.SentAt);
        row.Set("ended", turn.EndedAt);
        row.Set("over", turn.State.IsOpen() ? null : turn.EndedAt ?? turn.CreatedAt);
    }

    /// <summary>The conversation comes from the channel and not from the message, which is as old as its arrival.</summary>
    public static TurnRecord Read(BsonDocument row, ConversationKey key)
    {
        var message = JsonSerializer.Deserialize(row.Text("message"), DocumentJson.Default.InboundMessage)
            ?? throw new InvalidOperationException("A stored message is empty.");
        return new TurnRecord
        {
            Id = row.Number("_id"),
            Message = message with { Conversation = key },
            State = row.Choice<TurnState>("state"),
            StatusMessageId = row.TextOrNull("status"),
            Prompt = row.TextOrNull("prompt"),
            SessionId = row.TextOrNull("session"),
            DraftBefore = row.Int("draftBefore"),
            DraftHashBefore = row.TextOrNull("hashBefore"),
            FilesUploaded = row.Flag("uploaded"),
            Reply = row.TextOrNull("reply"),
            CreditsBefore = row.NumberOrNull("creditsBefore"),
            CreditsAfter = row.NumberOrNull("creditsAfter"),
            CostAccepted = row.Flag("costAccepted"),
            Offers = row.TextOrNull("offers") is { } offers ? JsonSerializer.Deserialize(offers, DocumentJson.Default.IReadOnlyListString) ?? [] : [],
            HasGenerated = row.Flag("generated"),
            TraceParent = row.TextOrNull("trace"),
            Owner = row.TextOrNull("owner"),
            LeaseUntil = row.TimeOrNull("until"),
            CreatedAt = row.Time("created"),
            SentAt = row.TimeOrNull("sent"),
            EndedAt = row.TimeOrNull("ended"),
        };
    }

    /// <summary>True if a backend has seen the turn, or it failed on the way: what the newest of a conversation is asked for.</summary>
    public static bool IsSent(TurnRecord turn) => turn.SentAt is not null || turn.State is TurnState.Sent or TurnState.Failed;
}
