namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresEndingTests : EndingContract<PostgresTestDatabase>;
