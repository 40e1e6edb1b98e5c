using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.Sniffing;

public sealed class FileNamesTests
{
    private const string Endings =
        "mp3 mp2 wav m4a m4b aac flac ogg oga opus amr aif aiff wma caf wv weba mka mp4 m4v mov qt avi webm mkv 3gp 3g2 " +
        "wmv asf flv mpg mpeg ts mts m2ts ogv w64 au snd tta ape mpc ac3 dts ra oma eac3 voc vob m2p rm rmvb mxf nut " +
        "ivf y4m dv h264 264 hevc h265 265 m2v jxl jp2 j2k psd ppm pgm pnm qoi pbm pcx m4r m2t apng jpe aifc spdif fits " +
        "gsm thd mlp ec3 dtshd qta f4v ismv spx wtv amv obu mjpeg mjpg sox sf adx g722 jls ico dpx pfm tga exr sgi ras " +
        "pam dds sbc tco sph lbc dss mmf pvf avr vqf shn qcp xwma 8svx dff mod xm it s3m xwd h261 h263 jpg jpeg png gif " +
        "webp bmp tif tiff heic heif avif srt vtt lrc ass ssa txt md exe bin";

    private static readonly SniffedType Mp3 = new(MediaKind.Audio, "mp3", "audio/mpeg");

    [Theory]
    [InlineData("talk.mp3", "talk.mp3")]
    [InlineData("../../etc/passwd", "passwd.mp3")]
    [InlineData(@"C:\Users\me\song.mp3", "song.mp3")]
    [InlineData("a\"b'c`d.mp3", "a b’c d.mp3")]
    [InlineData("Don't Stop.mp3", "Don’t Stop.mp3")]
    [InlineData("'Til Dawn'.mp3", "Til Dawn.mp3")]
    [InlineData("line\r\nbreak.mp3", "line break.mp3")]
    [InlineData("nul\0byte\u0007.mp3", "nulbyte.mp3")]
    [InlineData("CON.mp3", "_CON.mp3")]
    [InlineData("con .mp3", "_con.mp3")]
    [InlineData("com1.backup.mp3", "_com1.backup.mp3")]
    [InlineData("-rf.mp3", "rf.mp3")]
    [InlineData("...", "file.mp3")]
    [InlineData("", "file.mp3")]
    [InlineData(null, "file.mp3")]
    [InlineData(".mp3", "file.mp3")]
    [InlineData("/", "file.mp3")]
    [InlineData("🎵 早安 👩‍👩‍👧.mp3", "🎵 早安 👩‍👩‍👧.mp3")]
    [InlineData("song.wav", "song.mp3")]
    [InlineData("song.MP3", "song.MP3")]
    [InlineData("mix 1.2", "mix 1.2.mp3")]
    [InlineData("song.jpg.exe", "song.jpg.mp3")]
    [InlineData("cod\u202e3pm.exe", "cod3pm.mp3")]
    [InlineData("no ending", "no ending.mp3")]
    [InlineData("a:b|c?d*e<f>g.mp3", "a b c d e f g.mp3")]
    public void Names_are_made_safe(string? name, string safe) => Assert.Equal(safe, FileNames.Safe(name, Mp3));

    [Fact]
    public void An_ending_of_any_kind_of_file_gives_way_to_the_right_one()
    {
        var kept = Endings.Split(' ').Where(e => FileNames.Safe("mix." + e, new(MediaKind.Audio, "zzz", "audio/zzz")) != "mix.zzz");
        Assert.Empty(kept);
        Assert.Equal("mix.2.zzz", FileNames.Safe("mix.2", new(MediaKind.Audio, "zzz", "audio/zzz")));
    }

    [Theory]
    [InlineData("jpg jpeg jpe")]
    [InlineData("tiff tif")]
    [InlineData("aiff aif aifc")]
    [InlineData("mp4 m4v")]
    [InlineData("m4a m4b")]
    [InlineData("ogg oga opus")]
    [InlineData("3gp 3g2")]
    [InlineData("mov qt qta")]
    [InlineData("mpg mpeg vob m2p")]
    [InlineData("ts mts m2ts m2t")]
    [InlineData("webm weba")]
    [InlineData("mkv mka")]
    [InlineData("au snd")]
    [InlineData("heic heif")]
    [InlineData("wmv asf")]
    [InlineData("mp3 mp2")]
    [InlineData("rm rmvb")]
    [InlineData("ac3 eac3 ec3")]
    [InlineData("dts dtshd")]
    [InlineData("h264 264")]
    [InlineData("hevc h265 265")]
    [InlineData("jp2 j2k jpf")]
    [InlineData("tco rco")]
    [InlineData("sph nist")]
    [InlineData("h261 261")]
    [InlineData("h263 263")]
    [InlineData("mjpeg mjpg")]
    [InlineData("ppm pgm pnm pbm")]
    [InlineData("txt md srt lrc vtt")]
    [InlineData("ass ssa")]
    public void Endings_that_mean_the_same_stay(string endings) => Assert.All(
        endings.Split(' ').SelectMany(one => endings.Split(' ').Select(other => (one, other))),
        pair => Assert.Equal("mix." + pair.one, FileNames.Safe("mix." + pair.one, new(MediaKind.Unknown, pair.other, ""))));

    [Fact]
    public void Without_a_known_type_the_ending_stays() => Assert.Equal("notes.xyz", FileNames.Safe("notes.xyz", null));

    [Fact]
    public void A_long_name_is_cut_between_characters_and_keeps_its_ending()
    {
        var safe = FileNames.Safe(string.Concat(Enumerable.Repeat("早👩‍👩‍👧", 60)) + ".mp3", Mp3);
        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 100, 120);
        Assert.EndsWith(".mp3", safe, StringComparison.Ordinal);
        Assert.True(safe.EndsWith("早.mp3", StringComparison.Ordinal) || safe.EndsWith("👩‍👩‍👧.mp3", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_name_becomes_safe_and_stays_so() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), name =>
        {
            var safe = FileNames.Safe(name, Mp3);
            Assert.InRange(Encoding.UTF8.GetByteCount(safe), 5, 120);
            Assert.True(safe.IndexOfAny(['/', '\\', '"', '\'', '\n', '\r', '\0']) < 0 && !safe.StartsWith('.') && !safe.StartsWith('-'));
            Assert.Equal(safe, Path.GetFileName(safe));
            Assert.Equal(safe, FileNames.Safe(safe, Mp3));
        }));
}
