namespace NemoBot.Media.Heif;

/// <summary>The main picture of a HEIC file: one HEVC picture, or a grid of them.</summary>
/// <param name="Width">Pixels before turning.</param>
/// <param name="Height">Pixels before turning.</param>
/// <param name="Columns">Tiles side by side.</param>
/// <param name="Rows">Tiles one below the other.</param>
/// <param name="Filters">FFmpeg filters that turn and mirror it, in order.</param>
/// <param name="IsTurned">Width and height change places.</param>
/// <param name="IsFullRange">Its luma uses all 256 values.</param>
/// <param name="Stream">The tiles as an HEVC byte stream.</param>
internal sealed record HeifPicture(int Width, int Height, int Columns, int Rows, IReadOnlyList<string> Filters, bool IsTurned, bool IsFullRange, byte[] Stream);
