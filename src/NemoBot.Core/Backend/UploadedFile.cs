using NemoBot.Core.Media;

namespace NemoBot.Core.Backend;

/// <summary>A file as the backend took it.</summary>
/// <param name="Name">The backend's name for it.</param>
/// <param name="Kind">What the backend says it is.</param>
/// <param name="Duration">Length, if told.</param>
/// <param name="Width">Pixels, if told.</param>
/// <param name="Height">Pixels, if told.</param>
public sealed record UploadedFile(string Name, MediaKind Kind, TimeSpan? Duration, int? Width, int? Height);
