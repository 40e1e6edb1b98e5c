namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteLogTests : LogContract<LiteDatabase>;
