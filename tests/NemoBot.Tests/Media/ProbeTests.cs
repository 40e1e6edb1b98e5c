using System.Text;
using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class ProbeTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private readonly NemoBot.Media.MediaTools _tools = MediaUnderTest.Tools();

    [Fact]
    public async Task Tells_sound_pictures_and_movies_apart_by_content()
    {
        var sound = await ProbeAsync(samples.Tone());
        Assert.Equal((MediaKind.Audio, true, false, false, "mp3"), (sound.Kind, sound.HasAudio, sound.HasVideo, sound.HasCover, sound.AudioCodec));
        Assert.Equal(3, sound.Duration.TotalSeconds, 0.1);

        var movie = await ProbeAsync(samples.Movie());
        Assert.Equal((MediaKind.Video, true, true, 320, 180, 25.0, "h264"), (movie.Kind, movie.HasAudio, movie.HasVideo, movie.Width, movie.Height, movie.FrameRate, movie.VideoCodec));

        var photo = await ProbeAsync(samples.Photo());
        Assert.Equal((MediaKind.Image, 640, 480, TimeSpan.Zero), (photo.Kind, photo.Width, photo.Height, photo.Duration));
    }

    [Theory]
    [InlineData("p.png", "-frames:v 1 -update 1")]
    [InlineData("p.webp", "-frames:v 1")]
    [InlineData("p.bmp", "-frames:v 1 -update 1")]
    [InlineData("p.gif", "-frames:v 1")]
    public async Task A_still_of_any_format_is_a_picture(string name, string output) =>
        Assert.Equal(MediaKind.Image, (await ProbeAsync(samples.Make(name, "-f lavfi -i testsrc2=s=64x64:r=5:d=1 " + output))).Kind);

    [Theory]
    [InlineData("moving.gif")]
    [InlineData("moving.apng")]
    public async Task A_picture_that_moves_is_a_video_with_the_time_of_its_last_picture(string name)
    {
        var facts = await ProbeAsync(samples.Make(name, "-f lavfi -i testsrc2=s=64x64:r=1:d=3"));
        Assert.Equal((MediaKind.Video, true, 3), (facts.Kind, facts.HasVideo, facts.Duration.TotalSeconds));
    }

    [Fact]
    public async Task A_cover_inside_a_song_is_not_a_moving_picture()
    {
        var song = samples.Make("covered.mp3", $"-i {samples.Tone()} -i {samples.Photo()} -map 0:a -map 1:v -c:a copy -c:v mjpeg -disposition:v attached_pic");
        var facts = await ProbeAsync(song);
        Assert.Equal((MediaKind.Audio, false, true, 640), (facts.Kind, facts.HasVideo, facts.HasCover, facts.Width));
    }

    [Theory]
    [InlineData("long.mp3", "-b:a 64k")]
    [InlineData("plain.mp3", "-b:a 64k -flags +bitexact -fflags +bitexact -id3v2_version 0")]
    [InlineData("long.wav", "")]
    [InlineData("long.flac", "")]
    [InlineData("long.m4a", "-c:a aac -movflags +faststart")]
    public async Task A_sound_that_breaks_off_is_told_from_a_whole_one(string name, string output)
    {
        var whole = samples.Make(name, "-f lavfi -i anoisesrc=d=8 -ac 1 " + output);
        Assert.Equal(TimeSpan.Zero, (await ProbeAsync(whole)).PromisedDuration);

        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        var facts = await ProbeAsync(samples.Write("half-" + name, bytes[..(bytes.Length / 2)]));
        Assert.Equal(8, facts.PromisedDuration.TotalSeconds, 0.2);
        Assert.Equal(4, facts.Duration.TotalSeconds, 0.3);
    }

    [Theory]
    [InlineData("long.ogg", "-c:a libvorbis")]
    [InlineData("long.opus", "-c:a libopus")]
    public async Task A_sound_without_a_length_tells_that_its_end_is_missing(string name, string output)
    {
        var whole = samples.Make(name, "-f lavfi -i anoisesrc=d=8 -ac 1 " + output);
        Assert.False((await ProbeAsync(whole)).LacksEnd);

        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);
        var facts = await ProbeAsync(samples.Write("half-" + name, bytes[..(bytes.Length / 2)]));
        Assert.True(facts.LacksEnd);
        Assert.Equal(4, facts.Duration.TotalSeconds, 1.2);
    }

    [Fact]
    public async Task The_length_is_right_where_the_header_does_not_tell_it()
    {
        var loudAndQuiet = "-f lavfi -i anoisesrc=d=4:a=0.9 -f lavfi -i sine=f=100:d=16 -filter_complex [0][1]concat=n=2:v=0:a=1";
        var vbr = await ProbeAsync(samples.Make("vbr.mp3", loudAndQuiet + " -q:a 4 -write_xing 0"));
        Assert.Equal(20, vbr.Duration.TotalSeconds, 0.2);
        var raw = await ProbeAsync(samples.Make("raw.aac", loudAndQuiet + " -b:a 96k -f adts"));
        Assert.Equal(20, raw.Duration.TotalSeconds, 0.2);
    }

    [Fact]
    public async Task A_file_is_opened_once_under_all_its_names()
    {
        var starts = samples.NewFolder();
        using var tools = MediaUnderTest.Tools(o => (o.FfmpegPath, o.FfprobePath) = (Counted("ffmpeg", starts), Counted("ffprobe", starts)));
        var photo = samples.Photo();
        var first = await tools.ProbeAsync(photo, TestContext.Current.CancellationToken);
        var copy = Path.Combine(samples.NewFolder(), "another name");
        File.Copy(photo, copy);
        Assert.Equal(first, await tools.ProbeAsync(copy, TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(starts).Length);

        // The name is the same, the content is not.
        File.Copy(samples.Movie(), copy, overwrite: true);
        Assert.Equal(MediaKind.Video, (await tools.ProbeAsync(copy, TestContext.Current.CancellationToken)).Kind);
        Assert.Equal(4, Directory.GetFiles(starts).Length);
    }

    [Fact]
    public async Task The_index_of_a_plain_movie_tells_its_size_and_lengths()
    {
        var movie = samples.Make("plain.mp4", "-f lavfi -i testsrc2=s=320x180:r=24:d=2.5 -f lavfi -i sine=d=2 -c:v libx264 -bf 5 -pix_fmt yuv420p -c:a aac");
        var plain = await ReadIndexAsync(movie);
        Assert.Equal((320, 180), (plain!.Width, plain.Height));
        Assert.Equal((2.5, 2.0), (Math.Round(plain.Picture.TotalSeconds, 2), Math.Round(plain.Sound.TotalSeconds, 2)));
        Assert.Null(await ReadIndexAsync(samples.Make("turned.mp4", $"-i {movie} -c copy -metadata:s:v rotate=90")));
        Assert.Null(await ReadIndexAsync(samples.Make("pieces.mp4", $"-i {movie} -c copy -movflags frag_keyframe+empty_moov")));
        Assert.Null(await ReadIndexAsync(samples.Tone()));
        var bytes = await File.ReadAllBytesAsync(movie, TestContext.Current.CancellationToken);
        Assert.Null(await ReadIndexAsync(samples.Write("cut.mp4", bytes[..(bytes.Length - 200)])));
    }

    [Fact]
    public async Task Lyrics_are_text() =>
        Assert.Equal(MediaKind.Text, (await ProbeAsync(samples.Write("words.srt", "1\n00:00:01,000 --> 00:00:02,000\n你好\n"u8.ToArray()))).Kind);

    [Fact]
    public async Task What_is_empty_or_pretends_is_unreadable()
    {
        await AssertUnreadableAsync(samples.Write("empty.mp3", []));
        await AssertUnreadableAsync(samples.Write("text.mp3", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no music. ", 500)))));
        await AssertUnreadableAsync(samples.Write("text.jpg", "not a picture"u8.ToArray()));
        await AssertUnreadableAsync(samples.Write("list.mp4", Encoding.UTF8.GetBytes($"#EXTM3U\n#EXTINF:3,\nfile://{samples.Movie()}\n#EXT-X-ENDLIST\n")));
        await AssertUnreadableAsync(Path.Combine(samples.Folder, "missing.mp3"));
    }

    [Fact]
    public async Task A_movie_that_was_cut_off_is_unreadable_unless_its_index_is_in_front()
    {
        var whole = await File.ReadAllBytesAsync(samples.Make("whole.mp4", $"-i {samples.Movie(8)} -c copy"));
        await AssertUnreadableAsync(samples.Write("cut.mp4", whole[..(whole.Length / 2)]));

        var fast = await File.ReadAllBytesAsync(samples.Make("fast.mp4", $"-i {samples.Movie(8)} -c copy -movflags +faststart"));
        var path = samples.Write("half.mp4", fast[..(fast.Length / 2)]);
        var facts = await ProbeAsync(path);
        Assert.Equal(8, facts.PromisedDuration.TotalSeconds, 0.2);
        Assert.InRange(facts.Duration.TotalSeconds, 2, 6);
        var usable = await ProbeAsync(await _tools.ConvertAsync(path, samples.NewFolder(), null, TestContext.Current.CancellationToken));
        Assert.Equal(facts.Duration.TotalSeconds, usable.Duration.TotalSeconds, 0.2);
        Assert.Equal(TimeSpan.Zero, usable.PromisedDuration);
    }

    [Theory]
    [InlineData("-i.mp3")]
    [InlineData("a:b|c 'd' \"e\".mp3")]
    [InlineData("line\nbreak 🎵 %d.mp3")]
    public async Task Strange_names_are_names(string name)
    {
        var path = Path.Combine(samples.NewFolder(), name);
        File.Copy(samples.Tone(), path);
        Assert.Equal(MediaKind.Audio, (await ProbeAsync(path)).Kind);
    }

    private static Task<NemoBot.Media.Movies.MovieHeader?> ReadIndexAsync(string path) =>
        NemoBot.Media.Movies.MovieHeader.ReadAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The real tool, which leaves an empty file whenever it is started: ffprobe must not write.</summary>
    private string Counted(string tool, string folder) => MediaUnderTest.Script(samples.NewFolder(), $"""
        : > '{folder}/{tool}-'$$
        exec {tool} "$@"
        """);

    private Task<MediaFacts> ProbeAsync(string path) => _tools.ProbeAsync(path, TestContext.Current.CancellationToken);

    private async Task AssertUnreadableAsync(string path)
    {
        var e = await Assert.ThrowsAsync<MediaException>(() => ProbeAsync(path));
        Assert.True(e.Problem == MediaProblem.Unreadable, $"{Path.GetFileName(path)}: {e.Message}");
    }
}
