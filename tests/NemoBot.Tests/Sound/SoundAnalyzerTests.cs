using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Analysis;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Sound;

/// <summary>The analysis of recordings that are made so that the truth is known; FFmpeg decodes them.</summary>
public sealed class SoundAnalyzerTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private readonly SoundAnalyzer _analyzer = new(MediaUnderTest.Processes());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("drums", 70)]
    [InlineData("drums", 118, Explicit = true)]
    [InlineData("drums", 170)]
    [InlineData("pads", 84)]
    [InlineData("pads", 140, Explicit = true)]
    [InlineData("swing", 96, Explicit = true)]
    [InlineData("swing", 155)]
    public async Task Tempo_and_beats_are_found(string style, double bpm)
    {
        var song = new SongMaker(14).Count(bpm, 0.3, 14);
        _ = style switch { "drums" => song.Rock(), "pads" => song.Pads(0.06).Noise(0.002f), _ => song.Rock(0.667).Pads(0.05, 0.1f, 4) };

        var music = await AnalyzeAsync(song, $"{style}-{bpm}.wav");

        Assert.InRange(music.Tempo, bpm * 0.98, bpm * 1.02);
        AssertBeats(song, music);
        Assert.False(music.IsSpeech);
    }

    [Theory]
    [InlineData(92, 121, Explicit = true)]
    [InlineData(150, 110)]
    public async Task A_change_of_tempo_is_followed(double first, double second)
    {
        var song = new SongMaker(26).Count(first, 0.2, 15).Count(second, 15, 26).Rock();

        var music = await AnalyzeAsync(song, $"change-{first}.wav");

        Assert.InRange(music.Tempo, first * 0.98, first * 1.02);
        AssertBeats(song, music);
    }

    [Fact]
    public async Task Bars_begin_where_the_chord_changes()
    {
        var song = new SongMaker(16).Count(120, 0.25, 16).Rock().Pads();

        var music = await AnalyzeAsync(song, "bars.wav");

        var bars = song.Beats.Where((_, i) => i % 4 == 0).ToList();
        Assert.All(music.Downbeats.Skip(1).SkipLast(1), d => Assert.Contains(bars, b => Math.Abs(b - d.TotalSeconds) < 0.06));
        Assert.InRange(music.Downbeats.Count, bars.Count - 1, bars.Count + 1);
    }

    [Fact]
    public async Task Kicks_are_told_from_other_hits()
    {
        var song = new SongMaker(10).Count(110, 0.25, 10).Rock();

        var music = await AnalyzeAsync(song, "kicks.wav");

        var kicks = song.Beats.Where((_, i) => i % 2 == 0).ToList();
        Assert.All(kicks, k => Assert.Contains(music.Kicks, found => Math.Abs(found.TotalSeconds - k) < 0.04));
        Assert.InRange(music.Kicks.Count, kicks.Count, kicks.Count + 1);
    }

    [Fact]
    public async Task Sections_end_where_the_music_changes()
    {
        var song = new SongMaker(40).Count(120, 0, 40).Pads(level: 0.08f);
        var chorus = song.Beats.Where(b => b is >= 16 and < 32).ToList();
        chorus.ForEach(b => song.Kick(b, 1));
        chorus.ForEach(b => song.Hat(b + 0.25, 0.5f));

        var music = await AnalyzeAsync(song, "sections.wav");

        Assert.Equal([0, 16, 32], music.Sections.Select(s => Math.Round(s.Start.TotalSeconds)));
        Assert.Equal(40, music.Sections[^1].End.TotalSeconds, 1);
        Assert.Equal(music.Sections[0].Kind, music.Sections[2].Kind);
        Assert.NotEqual(music.Sections[0].Kind, music.Sections[1].Kind);
        Assert.True(music.Sections[1].Energy > 1.3 * music.Sections[0].Energy);
    }

    [Fact]
    public async Task Speech_is_told_from_music()
    {
        var speech = samples.Make("speech.wav", "-f lavfi -i flite=text='Hello_and_welcome_to_the_show,_today_we_talk_about_the_small_harbour_towns_of_the_north':voice=slt");

        var music = await _analyzer.AnalyzeMusicAsync(await Assets.ProbeAsync(speech), Token);

        Assert.True(music.IsSpeech);
        Assert.Empty(music.Beats);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-40.0)]
    public async Task Silences_are_found_to_a_few_hundredths(double? threshold)
    {
        var song = new SongMaker(9).Noise(0.0005f);
        song.Tone(1, 2, 300, 0.2f);
        song.Tone(3.3, 1.2, 300, 0.2f);
        song.Tone(6.5, 1, 300, 0.2f);
        var asset = await song.SaveAsync(samples, $"pauses{threshold}.wav");
        var options = new SilenceOptions { ThresholdDb = threshold, MinLength = TimeSpan.FromSeconds(0.5), Padding = TimeSpan.FromSeconds(0.2) };

        var silences = await _analyzer.FindSilencesAsync(asset, options, Token);

        (double Start, double End)[] expected = [(0, 0.8), (4.7, 6.3), (7.7, 9)];
        Assert.Equal(expected.Length, silences.Count);
        Assert.All(silences.Zip(expected), pair =>
        {
            Assert.Equal(pair.Second.Start, pair.First.Start.TotalSeconds, 0.06);
            Assert.Equal(pair.Second.End, pair.First.End.TotalSeconds, 0.06);
        });
    }

    [Fact]
    public async Task Music_is_heard_to_its_end_even_if_only_the_loudness_was_asked_for_before()
    {
        var path = samples.Make("long.wav", "-f lavfi -i sine=d=190:r=8000");
        var asset = await Assets.ProbeAsync(path);

        await _analyzer.MeasureLoudnessAsync(asset, Token);
        var music = await _analyzer.AnalyzeMusicAsync(asset, Token);

        Assert.InRange(music.Energy.Count, 1895, 1905);
        Assert.Equal(190, music.Sections[^1].End.TotalSeconds, 0.1);
    }

    private static void AssertBeats(SongMaker song, MusicAnalysis music)
    {
        var beats = music.Beats.Select(b => b.TotalSeconds).ToList();
        var expected = song.Beats.Where(b => b < song.Seconds - 0.3).ToList();
        var hit = expected.Count(b => beats.Any(found => Math.Abs(found - b) <= 0.06)) / (double)expected.Count;
        var right = beats.Count(found => song.Beats.Any(b => Math.Abs(found - b) <= 0.06)) / (double)beats.Count;
        Assert.True(hit >= 0.9 && right >= 0.9, $"{hit:P0} of the beats are found, {right:P0} of those found are beats.");
    }

    private async Task<MusicAnalysis> AnalyzeAsync(SongMaker song, string name) =>
        await _analyzer.AnalyzeMusicAsync(await song.SaveAsync(samples, name), Token);
}
