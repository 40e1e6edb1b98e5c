namespace NemoBot.Tests.Storage;

public sealed class SqliteEndingTests : EndingContract<SqliteDatabase>;
