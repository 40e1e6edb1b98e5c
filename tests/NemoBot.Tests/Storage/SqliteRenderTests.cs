namespace NemoBot.Tests.Storage;

public sealed class SqliteRenderTests : RenderContract<SqliteDatabase>;
