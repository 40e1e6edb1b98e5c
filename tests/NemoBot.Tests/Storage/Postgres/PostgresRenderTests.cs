namespace NemoBot.Tests.Storage.Postgres;

public sealed class PostgresRenderTests : RenderContract<PostgresTestDatabase>;
