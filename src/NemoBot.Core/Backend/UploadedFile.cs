using NemoBot.Core.Media;

namespace NemoBot.Core.Backend;

/// <summary>A file as the backend took it.</summary>
/// <param name="Name">The backend's name for it.</param>
/// <param name="Kind">What the backend says it is.</param>
/// <param name="Duration">Length; null if unknown.</param>
/// <param name="Width">Pixels; null if unknown.</param>
/// <param name="Height">Pixels; null if unknown.</param>
public sealed record UploadedFile(string Name, MediaKind Kind, TimeSpan? Duration, int? Width, int? Height);
