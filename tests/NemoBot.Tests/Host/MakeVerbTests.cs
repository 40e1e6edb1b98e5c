using System.Diagnostics;
using System.Text.Json;
using NemoBot.Terminal;
using NemoBot.Tests.Media;
using NemoBot.Tests.Packaging;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The console as a platform: the real program, the real FFmpeg, exit codes for scripts.</summary>
public sealed class MakeVerbTests
{
    [Fact]
    public async Task Files_and_words_become_a_video_on_disk()
    {
        using var media = new SampleMedia();
        var target = Path.Combine(media.Folder, "out", "talk.mp4");
        var (code, output, errors) = await RunAsync(
            media.Folder, ["make", media.Tone(2), media.Photo(), "--say", "waveform video, 9:16 and 1:1, 240p, title 'Hi'", "--out", target, "--json"]);
        Assert.True(code == 0, $"exit code {code}: {output}{errors}");
        using var json = JsonDocument.Parse(output);
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(target, json.RootElement.GetProperty("out").GetString());
        var other = Path.Combine(media.Folder, "out", "talk-2.mp4");
        Assert.Equal(other, Assert.Single(json.RootElement.GetProperty("others").EnumerateArray()).GetString());
        Assert.Equal(["h264,240,426", "h264,240,240"], ((string[])[target, other]).Select(
            f => SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height,codec_name", "-of", "csv=p=0", f)));
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("empty.mp3", "", "can't be read")]
    [InlineData("text.mp3", "only words in here, no sound at all", "can't be read")]
    [InlineData("huge12000.png", null, "12000x12000 pixels are too many")]
    public async Task Bad_input_is_told_and_ends_with_2(string name, string? content, string told)
    {
        using var media = new SampleMedia();
        var file = content is null ? Repository.At("tests/NemoBot.Tests/Fixtures/RealFiles/" + name) : media.Write(name, System.Text.Encoding.UTF8.GetBytes(content));
        var target = Path.Combine(media.Folder, "never.mp4");
        var (code, _, errors) = await RunAsync(media.Folder, ["make", file, "--say", "waveform video", "--out", target]);
        Assert.Equal(2, code);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.Contains("the cluster and its database are not used", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("make")]
    [InlineData("make", "nowhere.mp3", "--say", "waveform video")]
    [InlineData("make", "a.mp3", "--say")]
    public async Task Wrong_arguments_are_told_and_end_with_2(params string[] arguments)
    {
        var (code, _, errors) = await RunAsync(Path.GetTempPath(), arguments);
        Assert.Equal(2, code);
        Assert.NotEmpty(errors.Trim());
    }

    [Theory]
    [InlineData(null, "Talk.mp4", "song.mp4")]
    [InlineData(null, "Talk.gif", "song.gif")]
    [InlineData(null, "Talk.mp3", "song-new.mp3")]
    [InlineData("out/mine.gif", "Talk.mp4", "out/mine.gif")]
    public void A_result_is_named_by_its_kind_and_never_takes_the_place_of_a_file(string? wanted, string made, string expected)
    {
        var (arguments, problem) = MakeArguments.Read(["song.mp3", "--say", "make it", .. wanted is null ? [] : (string[])["--out", wanted]]);
        Assert.Null(problem);
        Assert.Equal(Path.GetFullPath(expected), arguments!.TargetFor(made));
        Assert.Equal(Path.ChangeExtension(Path.GetFullPath(expected.Replace("-new", "")), null) + "-2.gif", arguments.TargetFor("Talk.gif", before: 1));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["NEMOBOT__DataFolder"] = Path.Combine(folder, "make-data");

        // A machine of a cluster whose database does not answer: make works by itself.
        start.Environment["NEMOBOT__Cluster__Database"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }
}
