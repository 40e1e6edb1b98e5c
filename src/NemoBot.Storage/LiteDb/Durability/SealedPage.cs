namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>Where a sealed page is in the file, and its checksum.</summary>
internal readonly record struct SealedPage(long Offset, ulong Hash);
