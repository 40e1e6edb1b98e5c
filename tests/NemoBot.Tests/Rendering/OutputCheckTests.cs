using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>The renderer looks at what it made. An FFmpeg that spoils finished files stands for whatever can go wrong.</summary>
public sealed class OutputCheckTests(SampleMedia media) : IClassFixture<SampleMedia>
{
    private const string Mute = "-map 0 -c:v copy -af volume=0";
    private const string Late = "-map 0 -c:v copy -af adelay=120:all=1,atrim=0:3";
    private const string Short = "-map 0 -c copy -t 2";
    private const string Dark = "-map 0 -c:a copy -vf drawbox=c=black:t=fill";
    private const string Still = "-map 0 -c:a copy -vf loop=-1:1:0,trim=duration=3";

    private readonly string _folder = media.NewFolder();

    /// <summary>One flaw of each stream; the other tests show that the rest is seen too.</summary>
    [Theory]
    [InlineData(Mute)]
    [InlineData(Dark, Explicit = true)]
    public async Task A_spoiled_file_is_made_again_in_the_plain_way(string spoil)
    {
        var (result, target, made) = await RenderAsync("video.h264", spoil);
        Assert.Equal(OutputFlaws.None, result.Doubts);
        Assert.Equal(2, made);
        Assert.Equal("3.000000", SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "stream=duration", "-of", "csv=p=0", target));
    }

    [Theory]
    [InlineData(Mute, OutputFlaws.WrongSound)]
    [InlineData(Late, OutputFlaws.OutOfSync)]
    [InlineData(Short, OutputFlaws.WrongLength, Explicit = true)]
    public async Task A_file_that_stays_wrong_is_not_sent(string spoil, OutputFlaws flaw)
    {
        var e = await Assert.ThrowsAsync<FlawedOutputException>(() => RenderAsync("faststart", spoil));
        Assert.True(e.Flaws.HasFlag(flaw), e.Flaws.ToString());
        Assert.False(File.Exists(Path.Combine(_folder, "out.mp4")));
    }

    [Theory]
    [InlineData(Dark, OutputFlaws.Black)]
    [InlineData(Still, OutputFlaws.Frozen)]
    public async Task A_picture_that_looks_odd_is_sent_and_told(string spoil, OutputFlaws doubt)
    {
        var (result, target, _) = await RenderAsync("faststart", spoil);
        Assert.True(result.Doubts.HasFlag(doubt), result.Doubts.ToString());
        Assert.True(File.Exists(target));
    }

    [Fact]
    public async Task A_good_file_is_made_once()
    {
        var (result, _, made) = await RenderAsync("never", Mute);
        Assert.Equal((OutputFlaws.None, 1), (result.Doubts, made));
    }

    /// <summary>Renders with an FFmpeg that changes finished files of some kind.</summary>
    private async Task<(RenderResult Result, string Target, int Made)> RenderAsync(string kind, string spoil)
    {
        var sound = media.Make("pulses.wav", "-f lavfi -i sine=f=300:d=3 -af tremolo=f=3:d=1 -ac 2");
        var folder = media.NewFolder();
        var log = Path.Combine(folder, "made.log");
        var script = MediaUnderTest.Script(folder, $$"""
            ffmpeg "$@" || exit $?
            case "$*" in *"pcm_f32le pipe:1") echo decoded >> '{{folder}}/decoded.log';; esac
            case "$*" in *faststart*) echo made >> '{{log}}';; *) exit 0;; esac
            case "$*" in *{{kind}}*)
              for last; do :; done
              target=${last#file:}
              ffmpeg -v error -y -i "$target" {{spoil}} "$target.spoiled.mp4" && mv "$target.spoiled.mp4" "$target";;
            esac
            """);
        using var processes = MediaUnderTest.Processes(o => (o.FfmpegPath, o.FfprobePath) = (script, MediaUnderTest.Script(folder, "exit 1")));
        var target = Path.Combine(_folder, "out.mp4");
        var project = Projects.Of(sound, 160, 90) with { Canvas = new Canvas(160, 90, 10) };
        var result = await new ProjectRenderer(processes).RenderAsync(project, media.NewFolder(), target, null, TestContext.Current.CancellationToken);

        // However often it is made and checked: the sound is decoded once, and what was written needs no ffprobe.
        Assert.Single(File.ReadAllLines(Path.Combine(folder, "decoded.log")));
        return (result, target, File.ReadAllLines(log).Length);
    }
}
