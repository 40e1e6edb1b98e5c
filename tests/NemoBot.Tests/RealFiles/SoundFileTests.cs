using NemoBot.Core.Media;
using NemoBot.LocalNemo.Sound.Decoding;
using NemoBot.Tests.Media;
using NemoBot.Tests.Rendering;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.RealFiles;

public sealed class SoundFileTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("mono_stereo.mp3", 10.1)]
    [InlineData("mono_stereo.aac", 10.1, Explicit = true)]
    public async Task A_change_of_channels_midway_keeps_time_and_sound(string name, double seconds)
    {
        var asset = await RealFile.ReceiveAsync(samples, name);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset));

        Assert.Equal(seconds, made.Seconds, 0.1);
        Assert.True(made.Level(0.2, 5.8) > 0.03 && made.Level(6.3, 9.5) > 0.03, $"{made.Level(0.2, 5.8)} {made.Level(6.3, 9.5)}");
    }

    [Theory]
    [InlineData(44_100, 22_050, Explicit = true)]
    [InlineData(22_050, 44_100)]
    public async Task A_change_of_the_rate_midway_keeps_both_parts(int first, int second)
    {
        var (one, two) = (samples.Make($"{first}.aac", $"-f lavfi -i sine=f=500:d=2:r={first} -c:a aac"), samples.Make($"{second}-b.aac", $"-f lavfi -i sine=f=1000:d=2:r={second} -c:a aac"));
        var path = samples.Write($"mixed{first}.aac", [.. await File.ReadAllBytesAsync(one), .. await File.ReadAllBytesAsync(two)]);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.Equal(4, made.Seconds, 0.2);
        Assert.True(made.Strength(500, 0.3, 1.7) > 0.05 && made.Strength(1000, 2.4, 3.8) > 0.05);
    }

    [Fact]
    public async Task A_change_of_channels_survives_converting()
    {
        var (mono, stereo) = (samples.Make("m.opus", "-f lavfi -i sine=f=500:d=2 -ac 1 -b:a 64k"), samples.Make("st.opus", "-f lavfi -i sine=f=1000:d=2 -ac 2 -b:a 64k"));
        var path = samples.Write("chained.opus", [.. await File.ReadAllBytesAsync(mono), .. await File.ReadAllBytesAsync(stereo)]);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.Equal(4, made.Seconds, 0.1);
        Assert.True(made.Strength(500, 0.3, 1.7) > 0.05 && made.Strength(1000, 2.3, 3.7) > 0.05);
    }

    [Fact]
    public async Task Sound_before_a_late_picture_is_heard()
    {
        var video = await RealFile.RenderAsync(samples, await RealFile.ReceiveAsync(samples, "late_video.mp4"));

        var sound = video.Samples();
        Assert.True(Rendered.Level(sound, 0.1, 1.4) > 0.02, $"{Rendered.Level(sound, 0.1, 1.4)}");
    }

    [Fact]
    public async Task The_first_track_that_is_not_silent_is_heard()
    {
        var asset = await RealFile.ReceiveAsync(samples, "silent_first_track.mp4");
        Assert.True((await Mixed.MakeAsync(samples, Mixed.Of(asset))).Level(0.2, 2.8) > 0.03);

        var silentDefault = samples.Make(
            "silent-default.mp4",
            "-f lavfi -i anullsrc=d=2 -f lavfi -i sine=d=2 -f lavfi -i color=s=64x64:d=2 -map 0 -map 1 -map 2 -disposition:a:0 default -disposition:a:1 0 -c:v libx264 -c:a aac");
        Assert.Equal(1, (await Assets.ProbeAsync(silentDefault)).Facts.AudioTrack);
    }

    [Theory]
    [InlineData(9, Explicit = true)]
    [InlineData(10, Explicit = true)]
    [InlineData(12, Explicit = true)]
    [InlineData(16)]
    public async Task Any_number_of_channels_is_heard(int channels)
    {
        var path = samples.Write($"poly{channels}.wav", Recorder(channels));

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.True(made.Strength(500, 0.2, 1.3) > 0.05);
    }

    [Fact]
    public async Task Raw_AAC_is_as_long_as_its_frames()
    {
        Assert.Equal(283 * 1024 / 48_000.0, (await RealFile.ReceiveAsync(samples, "raw.aac")).Facts.Duration.TotalSeconds, 0.03);
    }

    [Theory]
    [InlineData("8000", "-q:a 4", Explicit = true)]
    [InlineData("44100", "-b:a 128k")]
    public async Task Silence_that_an_MP3_encoder_adds_is_not_counted(string rate, string quality)
    {
        var path = samples.Make($"gapless-{rate}.mp3", $"-f lavfi -i sine=d=2 -ar {rate} {quality}");

        Assert.Equal(2, (await Assets.ProbeAsync(path)).Facts.Duration.TotalSeconds, 0.005);
    }

    [Fact]
    public async Task An_MP3_without_a_count_is_as_long_as_its_frames()
    {
        var path = samples.Make("no-count.mp3", "-f lavfi -i sine=d=3:r=44100 -q:a 4 -write_xing 0");

        Assert.Equal(3.03, (await Assets.ProbeAsync(path)).Facts.Duration.TotalSeconds, 0.005);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity, Explicit = true)]
    public async Task A_sample_that_is_no_number_costs_only_itself(float bad)
    {
        var tone = await File.ReadAllBytesAsync(samples.Make("float.wav", "-f lavfi -i sine=f=500:d=1:r=48000 -c:a pcm_f32le -fflags +bitexact"));
        BitConverter.TryWriteBytes(tone.AsSpan(tone.Length - (24_000 * sizeof(float))), bad);
        var path = samples.Write($"bad-{float.IsNaN(bad)}.wav", tone);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await RealFile.ReceiveFileAsync(samples, path)));

        Assert.True(made.Strength(500, 0.1, 0.4) > 0.05 && made.Strength(500, 0.6, 0.9) > 0.05);
    }

    [Fact]
    public void A_burst_of_a_damaged_file_stays_near_full_scale()
    {
        float[] heard = [0.5f, -900f, float.NaN, 1.2f];
        SampleRepair.Apply(heard, SampleRepair.LimitOf(new MediaFacts(MediaKind.Audio, "mp3", TimeSpan.FromSeconds(1), 0, 0, true, false, false, 0, "mp3", null)));
        Assert.Equal([0.5f, -2f, 0, 1.2f], heard);
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(0.3, Explicit = true)]
    public async Task A_sound_of_a_moment_becomes_a_video(double seconds)
    {
        var path = samples.Make(FormattableString.Invariant($"moment-{seconds}.wav"), FormattableString.Invariant($"-f lavfi -i sine=f=500:d={seconds}:r=48000"));

        var rendered = await RealFile.RenderAsync(samples, await RealFile.ReceiveFileAsync(samples, path));

        Assert.Equal(seconds, double.Parse(rendered.Probe("v:0", "format=duration"), System.Globalization.CultureInfo.InvariantCulture), 0.06);
    }

    [Theory]
    [InlineData("midframe.mp3", 5.4)]
    [InlineData("rmp3.mp3", 6.0)]
    [InlineData("sound_only.avi", 1.5, Explicit = true)]
    [InlineData("w64.w64", 1.5, Explicit = true)]
    [InlineData("phone.3gp", 3)]
    [InlineData("recorder.webm", 6, Explicit = true)]
    [InlineData("data_size_0.wav", 1.5)]
    [InlineData("chained.opus", 10)]
    [InlineData("cover_garbage.flac", 1.5, Explicit = true)]
    [InlineData("cover_garbage.opus", 1.5, Explicit = true)]
    [InlineData("cover_garbage.mp3", 1.5)]
    [InlineData("cover_12000.mp3", 1.5, Explicit = true)]
    [InlineData("book.m4b", 6, Explicit = true)]
    public async Task Every_sound_becomes_a_sound_of_its_length(string name, double seconds)
    {
        var asset = await RealFile.ReceiveAsync(samples, name);
        Assert.Equal(MediaKind.Audio, asset.Facts.Kind);
        Assert.Equal(name == "book.m4b", asset.Facts.HasCover);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset));

        Assert.Equal(seconds, made.Seconds, 0.1);
        Assert.True(made.Level(0.2, seconds - 0.2) > 0.02);
    }

    /// <summary>What a field recorder writes: many channels without a layout, sound in one of them.</summary>
    private static byte[] Recorder(int channels)
    {
        const int rate = 48_000;
        var samples = new short[rate * 3 / 2 * channels];
        for (var i = 0; i < samples.Length / channels; i++)
        {
            samples[(i * channels) + 7] = (short)(12_000 * Math.Sin(2 * Math.PI * 500 * i / rate));
        }

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (samples.Length * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)channels);
        writer.Write(rate);
        writer.Write(rate * channels * 2);
        writer.Write((short)(channels * 2));
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples.Length * 2);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(samples.AsSpan()));
        return file.ToArray();
    }
}
