namespace NemoBot.Tests.Storage;

public sealed class SqliteTurnTests : TurnContract<SqliteDatabase>;
