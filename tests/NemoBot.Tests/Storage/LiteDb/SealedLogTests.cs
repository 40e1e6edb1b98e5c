using NemoBot.Storage.LiteDb.Durability;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

public sealed class SealedLogTests
{
    private readonly SimulatedFolder _folder = new();

    [Fact]
    public void Sealed_pages_come_back_and_others_do_not()
    {
        var log = Open();
        Append(log, 1, 2, 3);
        log.Seal();
        Append(log, 4);
        Assert.Equal([1, 2, 3, 4], Pages(log));
        var reopened = Open();
        Assert.Equal([1, 2, 3], Pages(reopened));
        Assert.Equal(0, reopened.DroppedBytes);
    }

    [Fact]
    public void A_page_can_be_written_again_until_it_is_sealed()
    {
        var log = Open();
        Append(log, 1);
        log.Rewrite(0, Page(9));
        log.Seal();
        Assert.Equal([9], Pages(Open()));
        Assert.Throws<ArgumentOutOfRangeException>(() => log.Rewrite(0, Page(1)));
    }

    [Fact]
    public void Opening_stops_at_the_first_frame_that_does_not_fit_and_says_what_it_dropped()
    {
        var log = Open();
        var ends = new List<long>();
        for (byte i = 1; i <= 4; i++)
        {
            Append(log, i, i);
            log.Seal();
            ends.Add(log.SealedLength);
        }

        _folder.File("log").Flip(ends[1] + 5000, 3);
        var reopened = Open();
        Assert.Equal([1, 1, 2, 2], Pages(reopened));
        Assert.Equal(ends[3] - ends[1], reopened.DroppedBytes);
        Append(reopened, 7);
        reopened.Seal();
        Assert.Equal([1, 1, 2, 2, 7], Pages(Open()));
    }

    [Fact]
    public void Every_flipped_bit_of_a_frame_is_noticed()
    {
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var folder = new SimulatedFolder();
            var log = SealedLog.Open(folder.Open("log"));
            Append(log, 1);
            log.Seal();
            var from = log.SealedLength;
            Append(log, 2);
            log.Seal();
            folder.File("log").Flip(random.NextInt64(i % 3 == 0 ? from : LogEpoch.Area, i % 3 == 0 ? from + 16 : log.SealedLength), random.Next(8));
            Assert.True(Pages(SealedLog.Open(folder.Open("log"))).Count < 2);
        }
    }

    [Fact]
    public void A_page_that_changes_on_disk_is_never_read_back()
    {
        var log = Open();
        Append(log, 1);
        log.Seal();
        _folder.File("log").Flip(log.SealedLength - 1, 0);
        Assert.Throws<IOException>(() => log.ReadPage(0, new byte[SealedLog.PageSize]));
    }

    [Fact]
    public void After_it_was_emptied_no_older_frame_fits_again()
    {
        var log = Open();
        Append(log, 1, 2);
        log.Seal();
        log.Clear();
        Assert.Equal(0, log.Count);
        Append(log, 3);
        log.Seal();
        Assert.Equal([3], Pages(Open()));
    }

    [Fact]
    public void Emptying_leaves_all_frames_or_none_at_every_moment_of_a_power_cut()
    {
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var folder = new SimulatedFolder();
            var log = SealedLog.Open(folder.Open("log"));
            folder.Sync();
            for (byte i = 1; i <= 5; i++)
            {
                Append(log, i);
                log.Seal();
            }

            folder.BeforeChange = () =>
            {
                var left = Pages(SealedLog.Open(folder.Cut(random).Open("log")));
                Assert.True(left.Count == 0 || left.SequenceEqual(new byte[] { 1, 2, 3, 4, 5 }) || left is [9] or [9, 9]);
            };
            log.Clear();
            Append(log, 9);
            log.Seal();
            Append(log, 9);
            log.Seal();
        }
    }

    [Fact]
    public void A_frame_whose_sync_failed_is_cut_off_and_never_comes_back()
    {
        var log = Open();
        Append(log, 1);
        log.Seal();
        Append(log, 2);
        _folder.BeforeChange = FailAt(2);
        Assert.Throws<IOException>(log.Seal);
        _folder.BeforeChange = null;
        log.Recover();
        Assert.Equal([1], Pages(log));
        Assert.Equal([1], Pages(Open()));
    }

    [Fact]
    public void A_file_that_is_no_log_is_dropped_with_its_size()
    {
        _folder.Open("log").Write(0, [new byte[50_000]]);
        var log = Open();
        Assert.Equal((0, 50_000 - LogEpoch.Area), (log.Count, log.DroppedBytes));
    }

    private static Action FailAt(int change) => () =>
    {
        if (--change == 0)
        {
            throw new IOException("the cable");
        }
    };

    private static byte[] Page(byte fill)
    {
        var page = new byte[SealedLog.PageSize];
        page.AsSpan().Fill(fill);
        return page;
    }

    private static void Append(SealedLog log, params byte[] fills)
    {
        foreach (var fill in fills)
        {
            log.Append(Page(fill));
        }
    }

    private static List<byte> Pages(SealedLog log)
    {
        var pages = new List<byte>();
        var page = new byte[SealedLog.PageSize];
        for (var i = 0; i < log.Count; i++)
        {
            log.ReadPage(i, page);
            Assert.Equal(-1, page.AsSpan().IndexOfAnyExcept(page[0]));
            pages.Add(page[0]);
        }

        return pages;
    }

    private SealedLog Open() => SealedLog.Open(_folder.Open("log"));
}
