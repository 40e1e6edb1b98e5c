namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresTurnTests : TurnContract<PostgresTestDatabase>;
