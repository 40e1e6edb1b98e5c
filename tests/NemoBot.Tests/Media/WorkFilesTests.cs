using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Media;

/// <summary>Scratch folders, and what their errors and the disk's say.</summary>
public sealed class WorkFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("nemobot-work-");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData(28, true, MediaProblem.DiskFull)]
    [InlineData(122, true, MediaProblem.DiskFull)]
    [InlineData(unchecked((int)0x80070027), true, MediaProblem.DiskFull)]
    [InlineData(unchecked((int)0x80070070), true, MediaProblem.DiskFull)]
    [InlineData(23, false, MediaProblem.Killed)]
    [InlineData(24, false, MediaProblem.Killed)]
    [InlineData(2, false, MediaProblem.Failed)]
    public void An_error_of_the_file_system_is_told_by_its_code(int code, bool isFull, MediaProblem problem)
    {
        var exception = new IOException("what happened", code);
        Assert.Equal(isFull, DiskErrors.IsFull(exception));
        Assert.Equal(isFull, DiskErrors.IsFull(new InvalidOperationException("outside", exception)));
        Assert.Equal(isFull, DiskErrors.IsFull(new IOException("outside", new IOException("between", exception))));
        Assert.False(DiskErrors.IsFull(new UnauthorizedAccessException("no file") { HResult = code }));
        Assert.Equal((problem, $"{problem}: what happened"), (DiskErrors.ToMediaException(exception).Problem, DiskErrors.ToMediaException(exception).Message));
    }

    [Fact]
    public void No_error_is_no_full_disk() => Assert.False(DiskErrors.IsFull(null));

    [Fact]
    public void A_folder_of_a_job_begins_empty_and_goes_with_all_in_it()
    {
        Leave("job", "left", 10);
        var folder = WorkFolder.Open(Options(0), "job");
        Assert.Equal(Path.Combine(_root.FullName, "job"), folder.Path);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
        Leave("job", "part", 10);
        folder.Dispose();
        Assert.False(Directory.Exists(folder.Path));
        folder.Dispose();
    }

    [Fact]
    public void Work_is_refused_once_scratch_files_take_more_than_their_share()
    {
        Leave("job", "left", 6);
        Leave("other", "left", 4);
        WorkSpace.Require(Options(0));
        WorkSpace.Require(Options(10));
        var refused = Assert.Throws<MediaException>(() => WorkSpace.Require(Options(9)));
        Assert.Equal(MediaProblem.DiskFull, refused.Problem);
        Assert.Contains("NemoBot:Work:MaxBytes", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<MediaException>(() => WorkSpace.Require(new WorkOptions { Folder = _root.FullName, MinFreeBytes = long.MaxValue }));
        Assert.Equal(MediaProblem.DiskFull, refused.Problem);
        Assert.Contains("NemoBot:Work:MinFreeBytes", refused.Message, StringComparison.Ordinal);
        Assert.Throws<MediaException>(() => WorkFolder.Open(Options(9), "job"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_to_be_the_disk()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "job"), "a file");
        Assert.Equal(MediaProblem.DiskFull, Assert.Throws<MediaException>(() => WorkFolder.Open(Options(0), "job")).Problem);
    }

    [Fact]
    public void What_is_just_as_old_as_it_may_be_stays()
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Leave("job", "left", 1);
        Directory.SetLastWriteTimeUtc(Path.Combine(_root.FullName, "job"), now.UtcDateTime.AddDays(-2));
        Assert.Equal(0, WorkSpace.Sweep(Options(0), now));
        Assert.Equal(1, WorkSpace.Sweep(Options(0), now.AddSeconds(1)));
    }

    [Fact]
    public void Nothing_set_there_is_a_limit_for_each()
    {
        var options = new WorkOptions();
        Assert.Equal((256L * 1024 * 1024, 20L * 1024 * 1024 * 1024), (options.MinFreeBytes, options.MaxBytes));
        Assert.EndsWith("nemobot-work", options.Folder, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smpte2084", true)]
    [InlineData("arib-std-b67", true)]
    [InlineData("bt709", false)]
    [InlineData(null, false)]
    public void Two_transfers_are_brighter_than_a_standard_picture(string? transfer, bool isHdr) =>
        Assert.Equal(isHdr, new MediaColor("tv", "bt2020nc", transfer, "bt2020").IsHdr);

    private WorkOptions Options(long mostBytes) => new() { Folder = _root.FullName, MinFreeBytes = 0, MaxBytes = mostBytes, MaxAge = TimeSpan.FromDays(2) };

    private void Leave(string folder, string file, int length)
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, folder));
        File.WriteAllBytes(Path.Combine(_root.FullName, folder, file), new byte[length]);
    }
}
