namespace NemoBot.Tests.Storage.LiteDb;

public sealed class LiteRenderTests : RenderContract<LiteDatabase>;
