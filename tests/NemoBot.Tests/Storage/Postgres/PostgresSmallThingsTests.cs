namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresSmallThingsTests : SmallThingsContract<PostgresTestDatabase>;
