namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteSmallThingsTests : SmallThingsContract<LiteDatabase>;
