namespace NemoBot.Core.Storage;

/// <summary>A vault of files cannot be reached or does not do what it should.</summary>
/// <param name="message">A sentence for the operator.</param>
/// <param name="inner">The cause.</param>
public sealed class VaultException(string message, Exception? inner) : IOException(message, inner);
