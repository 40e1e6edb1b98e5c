using NemoBot.Core.Media;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Tests.Media;
using NemoBot.Tests.Rendering;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.RealFiles;

/// <summary>Formats that FFmpeg reads and few programs write: recognized, opened, and told apart by what is in them.</summary>
public sealed class RareTypeTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const string Sound = "-f lavfi -i sine=f=500:d=1:r=48000 -ac 2";
    private const string Picture = "-f lavfi -i testsrc2=s=176x144:r=25:d=1";

    [Theory]
    [InlineData("s.flv", Sound + " -ar 44100 -c:a aac", "flv")]
    [InlineData("s.ts", Sound + " -c:a aac", "ts", Explicit = true)]
    [InlineData("s.vob", Sound + " -c:a mp2", "mpg", Explicit = true)]
    [InlineData("s.mov", Sound + " -c:a aac -movflags +faststart", "qta", Explicit = true)]
    [InlineData("s.wmv", Sound + " -c:a wmav2", "wma", Explicit = true)]
    [InlineData("s.thd", Sound + " -c:a truehd -strict -2", "thd", Explicit = true)]
    [InlineData("s.mlp", Sound + " -c:a mlp -strict -2", "mlp", Explicit = true)]
    [InlineData("s.gsm", "-f lavfi -i sine=f=500:d=1:r=8000 -c:a libgsm", "gsm")]
    [InlineData("s.sox", Sound, "sox", Explicit = true)]
    [InlineData("s.sf", Sound + " -f ircam", "sf", Explicit = true)]
    [InlineData("s.adx", Sound + " -ar 44100", "adx", Explicit = true)]
    [InlineData("s.g722", "-f lavfi -i sine=f=500:d=1:r=16000 -c:a g722", "g722", Explicit = true)]
    [InlineData("s.sbc", Sound + " -c:a sbc", "sbc", Explicit = true)]
    [InlineData("s.spdif", Sound + " -c:a ac3 -f spdif", "spdif", Explicit = true)]
    public async Task Sound_alone_is_sound_in_any_container(string name, string encoding, string extension)
    {
        var path = samples.Make(name, encoding);

        var type = RealFile.Sniff(path);
        Assert.Equal((MediaKind.Audio, extension), (type?.Kind, type?.Extension));
        var asset = await RealFile.ReceiveFileAsync(samples, path);
        Assert.Equal(MediaKind.Audio, asset.Facts.Kind);
        Assert.Equal(1, asset.Facts.Duration.TotalSeconds, 0.1);
    }

    [Theory]
    [InlineData("v.m2v", "-c:v mpeg2video", "m2v", Explicit = true)]
    [InlineData("v.h264", "-c:v libx264", "h264")]
    [InlineData("v.hevc", "-c:v libx265 -x265-params log-level=none", "hevc", Explicit = true)]
    [InlineData("v.nut", "-c:v mpeg4", "nut", Explicit = true)]
    [InlineData("v.rm", "-c:v rv10", "rm", Explicit = true)]
    [InlineData("v.mxf", "-c:v mpeg2video", "mxf", Explicit = true)]
    [InlineData("v.ivf", "-c:v libvpx", "ivf", Explicit = true)]
    [InlineData("v.y4m", "-pix_fmt yuv420p", "y4m", Explicit = true)]
    [InlineData("v.dv", "-vf scale=720:576 -pix_fmt yuv420p -c:v dvvideo", "dv", Explicit = true)]
    [InlineData("v.wtv", "-c:v mpeg2video", "wtv", Explicit = true)]
    [InlineData("v.obu", "-c:v libaom-av1 -cpu-used 8 -b:v 200k", "obu", Explicit = true)]
    [InlineData("v.m4v", "-c:v mpeg4 -f m4v", "m4v", Explicit = true)]
    [InlineData("v.mjpeg", "-c:v mjpeg -f mjpeg", "mjpeg", Explicit = true)]
    public async Task Moving_pictures_are_read_without_a_usual_container(string name, string encoding, string extension)
    {
        var path = samples.Make(name, $"{Picture} {encoding}");

        var type = RealFile.Sniff(path);
        Assert.Equal((MediaKind.Video, extension), (type?.Kind, type?.Extension));
        var asset = await RealFile.ReceiveFileAsync(samples, path);
        Assert.Equal((MediaKind.Video, true), (asset.Facts.Kind, asset.Facts.HasVideo));
        Assert.Equal(1, asset.Facts.Duration.TotalSeconds, 0.08);
    }

    [Theory]
    [InlineData("p.jp2", "jp2", Explicit = true)]
    [InlineData("p.qoi", "qoi", Explicit = true)]
    [InlineData("p.ppm", "ppm", Explicit = true)]
    [InlineData("p.pgm", "ppm", Explicit = true)]
    [InlineData("p.pbm", "ppm", Explicit = true)]
    [InlineData("p.pcx", "pcx", Explicit = true)]
    [InlineData("p.tga", "tga")]
    [InlineData("p.exr", "exr", Explicit = true)]
    [InlineData("p.sgi", "sgi", Explicit = true)]
    [InlineData("p.ras", "ras", Explicit = true)]
    [InlineData("p.pam", "pam", Explicit = true)]
    [InlineData("p.dpx", "dpx", Explicit = true)]
    [InlineData("p.pfm", "pfm", Explicit = true)]
    [InlineData("p.fits", "fits")]
    [InlineData("p.jls", "jls", Explicit = true)]
    [InlineData("p.xwd", "xwd", Explicit = true)]
    public async Task Pictures_of_scanners_and_drawing_programs_are_read(string name, string extension)
    {
        var path = samples.Make(name, "-f lavfi -i testsrc=s=64x48 -frames:v 1");

        Assert.Equal(extension, RealFile.Sniff(path)?.Extension);
        var facts = (await RealFile.ReceiveFileAsync(samples, path)).Facts;
        Assert.Equal((MediaKind.Image, 64, 48), (facts.Kind, facts.Width, facts.Height));
    }

    [Theory]
    [InlineData("sph", Explicit = true)]
    [InlineData("8svx", Explicit = true)]
    [InlineData("mod")]
    public async Task Sound_of_laboratories_and_home_computers_is_heard(string extension)
    {
        var path = samples.Write("old." + extension, OldSound.Of(extension));

        Assert.Equal((MediaKind.Audio, extension), (RealFile.Sniff(path)?.Kind, RealFile.Sniff(path)?.Extension));
        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.InRange(made.Seconds, 0.9, 12);
        Assert.True(made.Level(0.1, 0.8) > 0.01);
    }

    [Theory]
    [InlineData("a second picture")]
    [InlineData("a clip")]
    [InlineData("zeros")]
    public async Task A_photo_is_read_whatever_a_phone_wrote_behind_it(string what)
    {
        var photo = await File.ReadAllBytesAsync(samples.Make("photo.jpg", "-f lavfi -i testsrc=s=64x48 -frames:v 1"), TestContext.Current.CancellationToken);
        byte[] behind = what switch
        {
            "a clip" => await File.ReadAllBytesAsync(samples.Movie(1), TestContext.Current.CancellationToken),
            "zeros" => new byte[700],
            _ => [.. photo, .. new byte[300]],
        };
        var path = samples.Write($"{what}.jpg", [.. photo, .. behind]);
        var nameless = samples.Write(what, [.. photo, .. behind]);

        foreach (var file in new[] { path, nameless })
        {
            var facts = (await RealFile.ReceiveFileAsync(samples, file)).Facts;
            Assert.Equal((MediaKind.Image, 64, 48), (facts.Kind, facts.Width, facts.Height));
        }
    }

    [Fact]
    public async Task The_largest_picture_of_an_icon_is_taken()
    {
        var parts = new[] { 32, 128 }.Select(s => File.ReadAllBytes(samples.Make($"icon-{s}.png", $"-f lavfi -i testsrc=s={s}x{s} -frames:v 1"))).ToList();
        byte[] Entry(int size, byte[] png, int at) => [(byte)size, (byte)size, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), .. BitConverter.GetBytes(at)];
        byte[] icon = [0, 0, 1, 0, 2, 0, .. Entry(32, parts[0], 38), .. Entry(128, parts[1], 38 + parts[0].Length), .. parts[0], .. parts[1]];
        var path = samples.Write("logo.ico", icon);

        Assert.Equal("ico", RealFile.Sniff(path)?.Extension);
        var facts = (await RealFile.ReceiveFileAsync(samples, path)).Facts;
        Assert.Equal((MediaKind.Image, 128, 128), (facts.Kind, facts.Width, facts.Height));
    }

    [Fact]
    public async Task A_video_of_one_frame_beside_sound_is_rendered()
    {
        var picture = samples.Make("one-picture.wmv", "-f lavfi -i color=red:s=64x48:r=15 -frames:v 1 -c:v wmv2");
        var path = samples.Make("one-frame.wmv", $"-i {picture} -f lavfi -i sine=f=500:d=1:r=44100 -map 0 -map 1 -c:v copy -c:a wmav2");

        var asset = await RealFile.ReceiveFileAsync(samples, path);
        var rendered = await RealFile.RenderAsync(samples, asset);

        Assert.InRange(asset.Facts.FrameRate, 0, 100);
        Assert.Equal(1, double.Parse(rendered.Probe("v:0", "format=duration"), System.Globalization.CultureInfo.InvariantCulture), 0.1);
    }

    [Fact]
    public async Task Raw_AAC_with_bytes_between_two_rates_has_the_length_of_both()
    {
        var parts = new[] { 48_000, 22_050 }.Select(r => File.ReadAllBytes(samples.Make($"part-{r}.aac", $"-f lavfi -i sine=f=500:d=1:r={r} -c:a aac"))).ToList();
        var path = samples.Write("seam.aac", [.. parts[0], .. new byte[300], .. parts[1]]);

        Assert.Equal(2.1, (await RealFile.ReceiveFileAsync(samples, path)).Facts.Duration.TotalSeconds, 0.15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-movflags +faststart")]
    public async Task Sound_in_MP4_is_sound_wherever_its_index_is(string flags)
    {
        var path = samples.Make($"far{flags.Length}.mp4", $"{Sound} -c:a aac {flags}");
        using var file = File.OpenRead(path);

        var index = await FarIndex.ReadAsync(file, CancellationToken.None);

        Assert.Equal(MediaKind.Audio, FileSniffer.Identify(index, "far.mp4")?.Kind);
        Assert.Equal(MediaKind.Video, FileSniffer.Identify(await FarIndexOfMovieAsync(), "movie.mp4")?.Kind);
    }

    private async Task<byte[]?> FarIndexOfMovieAsync()
    {
        using var file = File.OpenRead(samples.Movie(1));
        return await FarIndex.ReadAsync(file, CancellationToken.None);
    }

    [Theory]
    [InlineData(204, 0)]
    [InlineData(188, 100)]
    public async Task A_transport_stream_is_found_with_check_bytes_and_from_the_middle(int size, int cut)
    {
        var whole = await File.ReadAllBytesAsync(samples.Make("whole.ts", $"{Picture} -c:v libx264 -g 5"), CancellationToken.None);
        var path = Path.Combine(samples.NewFolder(), "part.ts");
        await File.WriteAllBytesAsync(path, [.. whole.Chunk(188).SelectMany(p => (byte[])[.. p, .. new byte[size - 188]]).Skip(cut)], CancellationToken.None);

        Assert.Equal((MediaKind.Video, "ts"), (RealFile.Sniff(path)?.Kind, RealFile.Sniff(path)?.Extension));
        Assert.True((await RealFile.ReceiveFileAsync(samples, path)).Facts.HasVideo);
    }

    [Theory]
    [InlineData("r.aac", "adts", "aac")]
    [InlineData("r.latm", "latm", "latm")]
    public async Task A_recording_that_begins_within_a_frame_is_found(string name, string format, string extension)
    {
        var whole = await File.ReadAllBytesAsync(samples.Make("whole-" + name, $"{Sound} -c:a aac -f {format}"), CancellationToken.None);
        var path = Path.Combine(samples.NewFolder(), name);
        await File.WriteAllBytesAsync(path, whole[37..], CancellationToken.None);

        Assert.Equal(extension, RealFile.Sniff(path)?.Extension);
        Assert.Equal(1, (await RealFile.ReceiveFileAsync(samples, path)).Facts.Duration.TotalSeconds, 0.1);
    }

    [Fact]
    public async Task Tracks_with_the_same_sound_do_not_clip_when_they_are_joined()
    {
        var wav = samples.Make("sixteen.wav", "-f lavfi -i sine=f=440:d=1:r=48000 -af volume=12dB,pan=16c|" + string.Join('|', Enumerable.Range(0, 16).Select(i => $"c{i}=c0")) + " -c:a pcm_s16le");

        var rendered = await RealFile.RenderAsync(samples, await RealFile.ReceiveFileAsync(samples, wav));

        // The mean level of a sine is 0.71 of its peak; that of a clipped one is close to 1.
        var sound = rendered.Samples();
        Assert.InRange(Rendered.Level(sound, 0.2, 0.8) / (sound.Max(s => Math.Abs((int)s)) / 32768.0), 0.6, 0.78);
    }
}
