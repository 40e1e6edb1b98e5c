namespace NemoBot.Core.Storage;

/// <summary>An open file of a <see cref="IFileVault"/>.</summary>
/// <param name="Content">Seekable; read it asynchronously and dispose it.</param>
/// <param name="ModifiedAt">When it was kept.</param>
public sealed record VaultFile(Stream Content, DateTimeOffset ModifiedAt);
