namespace NemoBot.Tests.Storage;

public sealed class SqliteLogTests : LogContract<SqliteDatabase>;
