namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteTurnTests : TurnContract<LiteDatabase>;
