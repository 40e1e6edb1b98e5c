namespace NemoBot.Tests.Storage;

public sealed class SqliteSmallThingsTests : SmallThingsContract<SqliteDatabase>;
