namespace NemoBot.Tests.Storage;

public sealed class SqliteConversationTests : ConversationContract<SqliteDatabase>;
