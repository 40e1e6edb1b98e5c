using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Sound;

/// <summary>Our meter against FFmpeg's own, and what is said about broken recordings.</summary>
public sealed partial class LoudnessTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private readonly SoundAnalyzer _analyzer = new(MediaUnderTest.Processes());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_meter_agrees_with_ebur128()
    {
        var song = new SongMaker(12).Count(100, 0, 12).Rock().Pads().Noise(0.01f);
        var asset = await song.SaveAsync(samples, "meter.wav");

        var report = await _analyzer.MeasureLoudnessAsync(asset, Token);

        var said = Reference(asset.Path);
        Assert.Equal(said.Integrated, report.Integrated, 0.11);
        Assert.Equal(said.Range, report.Range, 0.5);
        Assert.Equal(said.Peak, report.TruePeak, 0.3);
        Assert.Equal(SoundProblems.None, report.Problems);
    }

    [Theory]
    [InlineData("anullsrc=d=2", SoundProblems.Silent)]
    [InlineData("sine=d=2,volume=30dB", SoundProblems.Clipped)]
    [InlineData("aevalsrc=0.3*sin(2000*t)|0:d=2", SoundProblems.OneChannel)]
    [InlineData("aevalsrc=0.3*sin(2000*t)|-0.3*sin(2000*t):d=2", SoundProblems.OppositePhase)]
    [InlineData("sine=d=2,apad=whole_dur=4", SoundProblems.EndMissing)]
    [InlineData("sine=d=2,adelay=2000", SoundProblems.StartMissing)]
    [InlineData("sine=d=2", SoundProblems.None)]
    public async Task Faults_of_a_recording_are_named(string source, SoundProblems expected)
    {
        var path = samples.Make($"fault-{expected}.wav", $"-f lavfi -i {source} -c:a pcm_s16le");

        var report = await _analyzer.MeasureLoudnessAsync(await Assets.ProbeAsync(path), Token);

        Assert.Equal(expected, report.Problems);
    }

    private static (double Integrated, double Range, double Peak) Reference(string path)
    {
        var lines = SampleMedia.RunText("ffmpeg", "-v", "error", "-nostdin", "-i", path, "-af", "ebur128=peak=true:metadata=1,ametadata=print:file=-", "-f", "null", "-");
        double Last(string key) => double.Parse(Value(key).Matches(lines)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
        return (Last("I"), Last("LRA"), 20 * Math.Log10(Last("true_peaks_ch0")));
    }

    private static Regex Value(string key) => new($@"r128\.{key}=(\S+)", RegexOptions.CultureInvariant);
}
