using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Sound;

/// <summary>Files as assets.</summary>
internal static class Assets
{
    public static async Task<Asset> ProbeAsync(string path)
    {
        var facts = await MediaUnderTest.FactsAsync(path);
        return new Asset(Path.GetFileName(path), Path.GetFileName(path), path, facts);
    }

    /// <summary>Writes a song as WAV with floats.</summary>
    public static Task<Asset> SaveAsync(this SongMaker song, SampleMedia samples, string name)
    {
        var sound = MemoryMarshal.AsBytes(song.Stereo.AsSpan());
        var head = new byte[44];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), 36 + sound.Length);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        short[] format = [16, 0, 3, 2];
        MemoryMarshal.AsBytes(format.AsSpan()).CopyTo(head.AsSpan(16));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), 48_000);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), 48_000 * 8);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), 8);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 32);
        "data"u8.CopyTo(head.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(40), sound.Length);
        return ProbeAsync(samples.Write(name, [.. head, .. sound]));
    }
}
