using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Models;
using NemoBot.Speech.Programs;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Remote;
using NemoBot.Speech.Settings;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>A program and an address in place of the built-in recognizer.</summary>
public sealed class OtherEngineTests(SpeechFixture fixture) : IClassFixture<SpeechFixture>
{
    [Fact]
    public async Task An_address_is_asked_as_openai_documents()
    {
        var form = new Dictionary<string, string>();
        await using var app = await ServeAsync(async context =>
        {
            var sent = await context.Request.ReadFormAsync();
            foreach (var field in sent)
            {
                form[field.Key] = string.Join(',', field.Value.ToArray());
            }

            form["path"] = context.Request.Path;
            form["authorization"] = context.Request.Headers.Authorization.ToString();
            form["size"] = $"{sent.Files["file"]!.Length}";
            await context.Response.WriteAsync("""
                {"task":"transcribe","language":"chinese","duration":2.1,"text":"一 二","segments":[{"id":0,"start":0.1,"end":1.0,"text":" 一"},{"id":1,"start":1.0,"end":99,"text":" 二"}],
                 "words":[{"word":"一","start":0.2,"end":0.8},{"word":"二","start":1.2,"end":1.9}]}
                """);
        });
        using var recognizer = new HttpRecognizer(Options.Create(new SpeechOptions { HttpAddress = app.Urls.First() + "/v1", HttpKey = "secret" }));
        var sound = await fixture.MakeAsync("http.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        var transcript = await RecognizeAsync(recognizer, sound);
        Assert.Equal("zh", transcript.Language);
        Assert.Equal(["0.1-1 一 一@0.2", "1-2.13 二 二@1.2"], transcript.Segments.Select(Show));
        Assert.Equal(
            ("/v1/audio/transcriptions", "Bearer secret", "whisper-1", "verbose_json", "word,segment"),
            (form["path"], form["authorization"], form["model"], form["response_format"], form["timestamp_granularities[]"]));
        Assert.InRange(long.Parse(form["size"]), 68_000, 69_000);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "no json")]
    public async Task An_address_that_fails_is_asked_once(int status, string body)
    {
        var requests = 0;
        await using var app = await ServeAsync(context =>
        {
            requests++;
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        using var recognizer = new HttpRecognizer(Options.Create(new SpeechOptions { HttpAddress = app.Urls.First() }));
        var sound = await fixture.MakeAsync($"http-{status}.wav", "-i", SpeechFixture.Sound("en-colors.flac"));
        Assert.Equal(SpeechProblem.Failed, (await Assert.ThrowsAsync<SpeechException>(() => RecognizeAsync(recognizer, sound))).Problem);
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task A_program_writes_whisper_clis_json()
    {
        var options = Options.Create(fixture.Settings());
        options.Value.ProgramPath = Script("""
            out=$4
            cat > "$out.json" <<'JSON'
            {"result":{"language":"en"},"transcription":[{"offsets":{"from":100,"to":1500},"text":" hello you",
             "tokens":[{"text":"[_BEG_]","offsets":{"from":0,"to":0}},{"text":" hello","offsets":{"from":100,"to":600}},{"text":" you","offsets":{"from":700,"to":1400}}]}]}
            JSON
            test "$1" = -m && test -f "$2" && test "$5" = auto
            """);
        options.Value.ProgramArguments = "-m {model} -of {output} {language}";
        using var models = new ModelStore(options, TimeProvider.System);
        using var recognizer = new ProgramRecognizer(models, options, TimeProvider.System);
        var transcript = await RecognizeAsync(recognizer, "any.wav");
        Assert.Equal(("en", "0.1-1.5 hello you hello@0.1 you@0.7"), (transcript.Language, Show(transcript.Segments.Single())));
    }

    [Theory]
    [InlineData("exit 3", SpeechProblem.Failed)]
    [InlineData("exit 0", SpeechProblem.Failed)]
    [InlineData("rmdir \"$PWD\"", SpeechProblem.Failed)]
    [InlineData(null, SpeechProblem.Unsupported)]
    public async Task A_program_that_fails_is_an_answer(string? script, SpeechProblem expected)
    {
        var options = Options.Create(fixture.Settings());
        options.Value.ProgramPath = script is null ? fixture.In("nothing") : Script(script);
        using var models = new ModelStore(options, TimeProvider.System);
        using var recognizer = new ProgramRecognizer(models, options, TimeProvider.System);
        Assert.Equal(expected, (await Assert.ThrowsAsync<SpeechException>(() => RecognizeAsync(recognizer, "any.wav"))).Problem);

        // The next one does not wait for a turn that nobody gives back.
        await Assert.ThrowsAsync<SpeechException>(() => RecognizeAsync(recognizer, "any.wav"));
    }

    private string Script(string body)
    {
        var path = fixture.In(Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static Task<SpeechTranscript> RecognizeAsync(ISpeechRecognizer recognizer, string sound) =>
        recognizer.RecognizeAsync(new SpeechRequest(sound, null), new Progress<SpeechProgress>(), TestContext.Current.CancellationToken);

    private static string Show(SpeechSegment s) => FormattableString.Invariant(
        $"{s.Start.TotalSeconds:0.##}-{s.End.TotalSeconds:0.##} {s.Text} {string.Join(' ', s.Words.Select(w => FormattableString.Invariant($"{w.Text}@{w.Start.TotalSeconds:0.##}")))}");
}
