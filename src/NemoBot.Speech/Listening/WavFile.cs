using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NemoBot.Speech.Listening;

/// <summary>Reads parts of a WAV file: 16 kHz, one channel, 16 bits. Never all of it: an hour is 230 MB as floats.</summary>
internal sealed class WavFile : IDisposable
{
    public const int Rate = 16_000;

    private readonly FileStream _file;
    private readonly long _dataStart;

    private WavFile(FileStream file, long dataStart, long samples) => (_file, _dataStart, Samples) = (file, dataStart, samples);

    public long Samples { get; }

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static WavFile Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            return Open(file);
        }
        catch (Exception)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Samples from -1 to 1; past the end there are none.</summary>
    public float[] Read(SampleRange range)
    {
        var end = Math.Min(range.End, Samples);
        var start = Math.Clamp(range.Start, 0, end);
        var bytes = new byte[(end - start) * sizeof(short)];
        _file.Position = _dataStart + (start * sizeof(short));
        var read = _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var samples = new float[read / sizeof(short)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * sizeof(short))) / 32768f;
        }

        return samples;
    }

    /// <summary>Copies a part into a WAV file of its own, in memory.</summary>
    public byte[] Copy(SampleRange range)
    {
        var end = Math.Min(range.End, Samples);
        var size = checked((int)((end - range.Start) * sizeof(short)));
        var copy = new byte[44 + size];
        "RIFF"u8.CopyTo(copy);
        "WAVEfmt "u8.CopyTo(copy.AsSpan(8));
        "data"u8.CopyTo(copy.AsSpan(36));
        ReadOnlySpan<(int At, int Value)> numbers = [(4, 36 + size), (16, 16), (20, 0x10001), (24, Rate), (28, Rate * sizeof(short)), (32, 0x100002), (40, size)];
        foreach (var (at, value) in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(copy.AsSpan(at), value);
        }

        _file.Position = _dataStart + (range.Start * sizeof(short));
        _file.ReadAtLeast(copy.AsSpan(44), size, throwOnEndOfStream: false);
        return copy;
    }

    public void Dispose() => _file.Dispose();

    private static WavFile Open(FileStream file)
    {
        Span<byte> head = stackalloc byte[12];
        if (file.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12 || !head[..4].SequenceEqual("RIFF"u8))
        {
            throw new InvalidDataException("Not a WAV file.");
        }

        Span<byte> chunk = stackalloc byte[8];
        Span<byte> format = stackalloc byte[16];
        var isRight = false;
        while (file.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("data"u8))
            {
                // FFmpeg writes the largest size when it cannot go back to correct it.
                return isRight
                    ? new WavFile(file, file.Position, Math.Min(size, file.Length - file.Position) / sizeof(short))
                    : throw new InvalidDataException("Not 16 kHz, one channel, 16 bits.");
            }

            var next = file.Position + size + (size % 2);
            if (chunk[..4].SequenceEqual("fmt "u8) && file.ReadAtLeast(format, 16, throwOnEndOfStream: false) == 16)
            {
                var numbers = MemoryMarshal.Cast<byte, short>(format);
                isRight = numbers[1] == 1 && numbers[2] == Rate && numbers[7] == 16;
            }

            file.Position = next;
        }

        throw new InvalidDataException("There is no sound in the file.");
    }
}
