namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresConversationTests : ConversationContract<PostgresTestDatabase>;
