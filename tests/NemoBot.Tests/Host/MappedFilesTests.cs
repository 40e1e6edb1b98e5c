using System.IO.MemoryMappedFiles;
using NemoBot.Hosting;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>What the bot does once after its start: pages of files go back to the kernel, and nothing that was written to memory does.</summary>
public sealed class MappedFilesTests : IDisposable
{
    private const int Size = 4 << 20;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-mapped-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Pages_of_a_file_go_back_and_are_read_again()
    {
        var (path, bytes) = WriteFile();
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        Assert.Equal(bytes, ReadAll(view));
        Assert.Equal(Size / 1024, ResidentKilobytes(path));

        MappedFiles.Release(MappedFiles.Read());

        Assert.Equal(0, ResidentKilobytes(path));
        Assert.Equal(bytes, ReadAll(view));
    }

    [Fact]
    public void What_was_written_stays()
    {
        var (path, bytes) = WriteFile();
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.CopyOnWrite);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.CopyOnWrite);
        Array.Reverse(bytes);
        view.WriteArray(0, bytes, 0, bytes.Length);

        MappedFiles.Release(MappedFiles.Read());

        Assert.Equal(bytes, ReadAll(view));
    }

    [Fact]
    public void A_file_that_was_not_there_at_the_first_look_keeps_its_pages()
    {
        var known = MappedFiles.Read();
        var (path, bytes) = WriteFile();
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        Assert.Equal(bytes, ReadAll(view));

        MappedFiles.Release(known);

        Assert.Equal(Size / 1024, ResidentKilobytes(path));
    }

    private (string Path, byte[] Bytes) WriteFile()
    {
        var path = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N"));
        var bytes = new byte[Size];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);
        return (path, bytes);
    }

    private static byte[] ReadAll(MemoryMappedViewAccessor view)
    {
        var bytes = new byte[Size];
        view.ReadArray(0, bytes, 0, Size);
        return bytes;
    }

    private static int ResidentKilobytes(string path)
    {
        var lines = File.ReadLines("/proc/self/smaps").SkipWhile(l => !l.EndsWith(path, StringComparison.Ordinal));
        return int.Parse(lines.First(l => l.StartsWith("Rss:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);
    }
}
