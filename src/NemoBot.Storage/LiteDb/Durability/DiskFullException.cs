namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>A write would exceed the configured size, treated like a full disk.</summary>
internal sealed class DiskFullException(string path) : IOException($"{path} has reached its largest size.");
