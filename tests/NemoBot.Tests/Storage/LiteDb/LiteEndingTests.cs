namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteEndingTests : EndingContract<LiteDatabase>;
