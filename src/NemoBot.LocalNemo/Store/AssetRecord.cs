using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Store;

/// <summary>The persisted form of an uploaded file.</summary>
/// <param name="Id"><c>ast_</c> and 32 hexadecimal digits; with <see cref="Extension"/> its name on disk.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="SessionId">For which session it was sent.</param>
/// <param name="Name">The name people gave it, cleaned.</param>
/// <param name="Extension">With the dot, chosen by content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
/// <param name="Facts">What probing found.</param>
internal sealed record AssetRecord(
    string Id, string UserId, string SessionId, string Name, string Extension, long Size, string Hash, MediaFacts Facts);
