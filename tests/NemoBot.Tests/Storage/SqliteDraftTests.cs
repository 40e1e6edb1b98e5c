namespace NemoBot.Tests.Storage;

public sealed class SqliteDraftTests : DraftContract<SqliteDatabase>;
