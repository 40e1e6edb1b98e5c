namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteDraftTests : DraftContract<LiteDatabase>;
