namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresDraftTests : DraftContract<PostgresTestDatabase>;
