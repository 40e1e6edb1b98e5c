namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteConversationTests : ConversationContract<LiteDatabase>;
