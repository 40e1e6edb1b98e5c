using System.Text.Json;
using NemoBot.LocalNemo.Captioning.Transcribing;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>Speech to caption lines with a real model in a real worker process.</summary>
public sealed class TranscriptionTests(SpeechFixture fixture) : IClassFixture<SpeechFixture>
{
    [Theory]
    [InlineData("en-show.flac", "en", "hello welcome to the show this is a podcast about music.")]
    [InlineData("en-colors.flac", "en", "one two three red green blue.", Explicit = true)]
    [InlineData("en-thanks.flac", "en", "thank you play the music stop the show.", Explicit = true)]
    [InlineData("en-other-voice.flac", "en", "this is the show thank you.", Explicit = true)]
    [InlineData("zh-hello.flac", "zh", "你好欢迎今天音乐.")]
    [InlineData("zh-thanks.flac", "zh", "谢谢大家.", Explicit = true)]
    public async Task A_phrase_is_recognized_with_its_language(string file, string language, string expected)
    {
        var transcript = await fixture.TranscribeAsync(SpeechFixture.Sound(file));
        Assert.Equal((null, language, expected), (transcript.Problem, transcript.Language, string.Join(' ', transcript.Lines.Select(l => l.Text))));
        var words = transcript.Lines.SelectMany(l => l.Words).ToList();
        Assert.Equal(language == "zh" ? expected.TrimEnd('.').Length : expected.Split(' ').Length, words.Count);
        Assert.All(words, w => Assert.True(w.End - w.Start >= TimeSpan.FromMilliseconds(59)));
        Assert.All(words.Zip(words.Skip(1)), w => Assert.True(w.First.End <= w.Second.Start));
        Assert.DoesNotContain("\uFFFD", string.Concat(words.Select(w => w.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words-en8.flac", "t_en8")]
    [InlineData("words-zh8.flac", "t_zh8", Explicit = true)]
    public async Task Words_are_near_the_time_they_are_spoken(string file, string key)
    {
        var transcript = await fixture.TranscribeAsync(SpeechFixture.Sound(file));
        using var truth = JsonDocument.Parse(await File.ReadAllTextAsync(SpeechFixture.Sound("words.json"), TestContext.Current.CancellationToken));
        var spoken = truth.RootElement.GetProperty(key).EnumerateArray().Select(w => (Text: w[0].GetString()!, Start: w[1].GetDouble())).ToList();
        var heard = transcript.Lines.SelectMany(l => l.Words).Select(w => (Text: w.Text.Trim('.'), Start: w.Start.TotalSeconds)).ToList();
        var errors = spoken.Select(s => heard.Where(h => s.Text.StartsWith(h.Text, StringComparison.Ordinal)).Select(h => Math.Abs(h.Start - s.Start)).DefaultIfEmpty(9).Min()).Order().ToList();
        Assert.InRange(errors[errors.Count / 2], 0, 0.3);
        Assert.InRange(errors.Count(e => e < 0.6), spoken.Count * 7 / 10, spoken.Count);
    }

    [Fact]
    public async Task A_sound_longer_than_one_window_keeps_its_places_and_reports_progress()
    {
        // 4 s of silence before, 26 s between: the second phrase begins after half a minute.
        var path = await fixture.MakeAsync(
            "long.wav",
            "-i", SpeechFixture.Sound("en-colors.flac"), "-i", SpeechFixture.Sound("en-thanks.flac"),
            "-filter_complex", "[0]adelay=4000[a];[1]adelay=32000[b];[a][b]amix=inputs=2:duration=longest:normalize=0");
        var seen = new List<double>();
        var transcript = await fixture.TranscribeAsync(path, progress: new Direct(seen.Add));
        Assert.Equal(["one two three red green blue.", "thank you play the music stop the show."], transcript.Lines.Select(l => l.Text));
        Assert.InRange(transcript.Lines[0].Start.TotalSeconds, 3.8, 4.5);
        Assert.InRange(transcript.Lines[1].Start.TotalSeconds, 31.8, 32.5);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(1, seen[^1]);
        Assert.Contains(seen, s => s is > 0.1 and < 0.9);
    }

    [Theory]
    [InlineData("anullsrc=r=16000:cl=mono:d=30")]
    [InlineData("aevalsrc='0.2*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*2*t))+0.15*sin(2*PI*330*t)+0.1*sin(2*PI*440*t)':s=16000:d=30")]
    [InlineData("anoisesrc=r=16000:a=0.05:d=30", Explicit = true)]
    public async Task Silence_and_music_get_no_lines(string source)
    {
        var path = await fixture.MakeAsync($"{source.Length}.wav", "-f", "lavfi", "-i", source);
        var transcript = await fixture.TranscribeAsync(path);
        Assert.Empty(transcript.Lines);
        Assert.Equal(TranscriptProblem.NoSpeech, transcript.Problem);
    }

    [Fact]
    public async Task A_given_language_is_not_guessed()
    {
        var transcript = await fixture.TranscribeAsync(SpeechFixture.Sound("zh-thanks.flac"), "zh");
        Assert.Equal(("zh", "谢谢大家."), (transcript.Language, transcript.Lines.Single().Text));
    }

    [Fact]
    public async Task A_real_model_is_used_when_one_is_named()
    {
        var model = Environment.GetEnvironmentVariable("NEMO_WHISPER_MODEL");
        Assert.SkipWhen(string.IsNullOrEmpty(model), "NEMO_WHISPER_MODEL names no model.");
        var transcript = await fixture.TranscribeAsync(SpeechFixture.Sound("en-show.flac"), recognizer: fixture.Recognizer(fixture.Settings(model)));
        Assert.Contains("podcast", string.Concat(transcript.Lines.Select(l => l.Text)), StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Direct(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
