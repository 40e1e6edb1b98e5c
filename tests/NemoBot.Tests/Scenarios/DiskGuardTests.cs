using Microsoft.Extensions.Options;
using NemoBot.Core.Media;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Work that needs the disk is refused in words while space is short, and what is left over goes.</summary>
public sealed class DiskGuardTests
{
    private static readonly byte[] Mp3 = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    [Theory]
    [InlineData("NemoBot:Work:MinFreeBytes", "9000000000000000")]
    [InlineData("NemoBot:Work:MaxBytes", "1")]
    public async Task A_file_is_refused_with_a_sentence_while_space_is_short(string setting, string value)
    {
        await using var chat = await Chat.StartAsync(settings => settings[setting] = value);
        var folder = Directory.CreateDirectory(Path.Combine(chat.Get<IOptions<WorkOptions>>().Value.Folder, $"other-{Guid.NewGuid():n}"));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "left"), new byte[10], TestContext.Current.CancellationToken);

        await chat.User("make a waveform video of this recording", files: ("talk.mp3", Mp3));
        await chat.See("The server's disk is full");
        Assert.Empty(chat.Backend.Posted);
        Assert.Empty(chat.Backend.Uploads);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_is_older_than_its_time_to_live_goes()
    {
        var root = Directory.CreateTempSubdirectory("nemobot-work-");
        try
        {
            var options = new WorkOptions { Folder = root.FullName, MaxAge = TimeSpan.FromDays(2) };
            var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
            Leave(root, "old", now.AddDays(-3));
            Leave(root, "young", now.AddDays(-1));
            Assert.Equal(1, WorkSpace.Sweep(options, now));
            Assert.Equal(["young"], root.GetDirectories().Select(d => d.Name));
            Assert.Equal(0, WorkSpace.Sweep(new WorkOptions { Folder = Path.Combine(root.FullName, "none") }, now));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static void Leave(DirectoryInfo root, string name, DateTimeOffset at)
    {
        var folder = root.CreateSubdirectory(name);
        File.WriteAllText(Path.Combine(folder.FullName, "part"), "x");
        folder.LastWriteTimeUtc = at.UtcDateTime;
    }
}
