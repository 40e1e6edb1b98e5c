using System.Buffers.Binary;

namespace NemoBot.Media.Movies;

/// <summary>
/// Lengths and size of an MP4 or M4A file as its table of contents tells them, for files that this machine or the backend has just
/// written: reading it takes no process.
/// </summary>
/// <param name="Picture">Length of the picture; zero: there is none.</param>
/// <param name="Sound">Length of the sound; zero: there is none.</param>
/// <param name="Width">In pixels as shown.</param>
/// <param name="Height">In pixels as shown.</param>
public sealed record MovieHeader(TimeSpan Picture, TimeSpan Sound, int Width, int Height)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null if the file is not a plain one of at most one picture and one sound; then FFmpeg has to look.</returns>
    public static async Task<MovieHeader?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (_, contents) = await MovieContents.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var movie = contents.Length < 8 ? default : contents.AsMemory(8);
        var head = MovieContents.Find(movie, "mvhd");

        // Fragments have lengths of their own.
        if (head.Length < 20 || head.Span[0] != 0 || MovieContents.In(movie).Any(b => b.Name == "mvex"))
        {
            return null;
        }

        var units = BinaryPrimitives.ReadUInt32BigEndian(head.Span[12..]);
        var tracks = MovieContents.In(movie).Where(b => b.Name == "trak").Select(b => MovieTrack.Read(b.Content, units)).ToList();
        var (picture, sound) = (tracks.Find(t => t?.Handler == "vide"), tracks.Find(t => t?.Handler == "soun"));
        return tracks.Count == 0 || tracks.Count != (picture is null ? 0 : 1) + (sound is null ? 0 : 1)
            ? null
            : new MovieHeader(picture?.Length ?? TimeSpan.Zero, sound?.Length ?? TimeSpan.Zero, picture?.Width ?? 0, picture?.Height ?? 0);
    }
}
