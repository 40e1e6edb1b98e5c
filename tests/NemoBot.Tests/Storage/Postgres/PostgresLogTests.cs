namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresLogTests : LogContract<PostgresTestDatabase>;
