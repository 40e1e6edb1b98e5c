using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Rendering.Strips;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

public sealed class RendererTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const int Yellow = 0xffee00;
    private const int White = 0xffffff;

    /// <summary>Two seconds of silence, two of sound, two of silence, two of sound.</summary>
    private string OnAndOff => samples.Make(
        "on-off.mp3", "-f lavfi -i aevalsrc=0.8*sin(2*PI*(200+300*mod(t\\,1))*t)*gte(mod(t\\,4)\\,2):d=8:s=44100 -b:a 128k -write_xing 0");

    [Theory]
    [InlineData(VisualStyle.Bars)]
    [InlineData(VisualStyle.Line, Explicit = true)]
    [InlineData(VisualStyle.Spectrum, Explicit = true)]
    [InlineData(VisualStyle.None, Explicit = true)]
    public async Task The_file_is_what_every_player_takes(VisualStyle style)
    {
        var project = Projects.Of(samples.Tone()) with { Visual = new Visual(style, "#ffffff", VerticalPlace.Middle) };
        var steps = new List<double>();
        var video = await Rendered.MakeAsync(samples, project, new Steps(steps));
        var facts = video.Probe("stream=codec_name,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate:format=duration");
        Assert.Equal(["h264,320,180,yuv420p,tv,bt709,bt709,bt709,10/1", "aac,0/0"], facts[..2]);
        Assert.Equal(project.Duration.TotalSeconds, double.Parse(facts[2]), 0.05);
        Assert.True(steps.SequenceEqual(steps.Order()) && steps[^1] == 1, string.Join(' ', steps));
        var bytes = await File.ReadAllBytesAsync(video.Path);
        Assert.True(bytes.AsSpan().IndexOf("moov"u8) < bytes.AsSpan().IndexOf("mdat"u8));
        Assert.Equal("", SampleMedia.RunText("ffmpeg", "-v", "warning", "-xerror", "-i", video.Path, "-f", "null", "-"));
    }

    [Theory]
    [InlineData(VisualStyle.Bars, 24)]
    [InlineData(VisualStyle.Spectrum, 0, Explicit = true)]
    [InlineData(VisualStyle.Line, 0, Explicit = true)]
    public async Task What_is_drawn_follows_the_sound_to_the_last_second(VisualStyle style, double last)
    {
        // Once long enough for a drift of a few samples a frame to show; all styles draw the same measured levels.
        var sound = last == 0 ? OnAndOff : samples.Make("long.mp3", $"-stream_loop 3 -i {OnAndOff} -c copy");
        var project = Projects.Of(sound, 160, 90) with { Visual = new Visual(style, "#ffffff", VerticalPlace.Middle) };
        var video = await Rendered.MakeAsync(samples, project);
        foreach (var start in (double[])[0, last])
        {
            var silent = video.CountRows(start + 1.6, White);
            var loud = video.CountRows(start + 3.0, White);
            var silentAgain = video.CountRows(start + 5.6, White);
            Assert.True(loud > 1.6 * silent && loud > 1.6 * silentAgain, $"{start}: {silent} {loud} {silentAgain}");
        }
    }

    [Fact]
    public async Task What_stands_still_stays_exactly_as_it_is()
    {
        var background = new Background(BackgroundKind.Image, "#000000", null, Projects.Asset(samples.Photo()));
        var video = await Rendered.MakeAsync(samples, Projects.Of(OnAndOff) with { Background = background, Titles = [Projects.Title("Still")] });
        var part = 320 * 3 * 80;
        Assert.True(video.FrameAt(0.1).AsSpan(0, part).SequenceEqual(video.FrameAt(7.8).AsSpan(0, part)));
        Assert.Equal(["0", "20", "40", "60"], video.Probe("v:0", "packet=flags").Split('\n').Select((flags, i) => (flags, i)).Where(p => p.flags.StartsWith('K')).Select(p => $"{p.i}"));
    }

    [Theory]
    [InlineData(7_000, 60, 2, 16)]
    [InlineData(23_000, 60, 2, 20)]
    [InlineData(38_000, 60, 2, 22)]
    [InlineData(56_000, 60, 3, 22)]
    [InlineData(70_000, 60, 4, 22)]
    [InlineData(110_000, 60, 6, 22)]
    [InlineData(130_000, 60, 12, 22)]
    [InlineData(23_000, 3 * 3600, 6, 20)]
    [InlineData(23_000, 8 * 3600, 12, 20)]
    public void Key_pictures_come_often_and_are_fine_where_that_is_cheap(int bytes, int seconds, int every, int quantizer)
    {
        var canvas = new Canvas(1920, 1080, 30000 / 1001.0);
        Assert.Equal(new KeyPlan(every * 30, quantizer), KeyPlan.Find(canvas, seconds * 30, bytes));
        Assert.Equal(0, KeyPlan.Longest(canvas) % (every * 30));
    }

    [Fact]
    public async Task Titles_and_a_progress_bar_are_drawn_as_they_were_asked_for()
    {
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1)) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            ProgressBar = true,
            ProgressColor = "#0000ff",
            Titles = [Projects.Title("Left") with { Side = HorizontalPlace.Left, Outline = "#ff0000" }, Projects.Title("Right", color: "#00ff00", place: VerticalPlace.Bottom) with { Side = HorizontalPlace.Right }],
        });
        Assert.InRange(video.Columns(0.5, Yellow).Last, 0.05, 0.45);
        Assert.InRange(video.Columns(0.5, 0x00ff00).First, 0.55, 0.95);
        Assert.True(video.Count(0.5, 0xff0000, tolerance: 110) > 20);
        Assert.InRange(video.Columns(0.5, 0x0000ff).Last, 0.35, 0.65);
    }

    [Fact]
    public async Task A_plate_is_as_wide_as_its_letters()
    {
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1)) with
        {
            Background = new Background(BackgroundKind.Color, "#b0b0b0", null, null),
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Titles = [Projects.Title("wwwwww", color: "#ffffff") with { Plate = true }],
        });
        var (letters, plate) = (video.Columns(0.5, White), video.Columns(0.5, 0x686b72));
        Assert.InRange(letters.First - plate.First, 0.01, 0.035);
        Assert.InRange(plate.Last - letters.Last, 0.01, 0.035);
    }

    [Fact]
    public async Task A_plate_has_the_color_that_was_asked_for_and_its_letters_stay_readable()
    {
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1)) with
        {
            Background = new Background(BackgroundKind.Color, "#b0b0b0", null, null),
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Titles = [Projects.Title("wwwwww", color: "#ff2d2d") with { Plate = true, PlateColor = "#ff2d2d" }],
        });
        Assert.True(video.Count(0.5, 0xff2d2d, 0, 1, 40) > 500);
        Assert.True(video.Count(0.5, 0x111827, 0, 1, 60) > 100);
    }

    [Fact]
    public async Task Titles_and_the_drawn_sound_are_seen_in_their_color_only_in_their_time()
    {
        var project = Projects.Of(samples.Tone(6)) with
        {
            Visual = new Visual(VisualStyle.Bars, "#ff2d2d", VerticalPlace.Bottom) { Start = Projects.S(2), End = Projects.S(4) },
            Titles = [Projects.Title("早上好 Show", 1, 4, fade: 0.8), Projects.Title("end", 5, color: "#00ff00", place: VerticalPlace.Middle)],
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal(0, video.Count(0.5, Yellow));
        Assert.True(video.Count(2.5, Yellow, 0, 0.4, 100) > 200);
        Assert.InRange(video.Count(1.3, Yellow), 0, video.Count(2.5, Yellow) / 4);
        Assert.Equal(0, video.Count(4.5, Yellow));
        Assert.Equal(0, video.Count(4.5, 0x00ff00));
        Assert.True(video.Count(5.8, 0x00ff00, 0.3, 0.7, 110) > 20);
        Assert.Equal([false, true, false], ((double[])[1.7, 3, 4.3]).Select(at => video.Count(at, 0xff2d2d, 0.6) > 20));
    }

    [Theory]
    [InlineData(@"{\fs300\1c&H0000FF&}red\Nhack", "'; drawtext=text=x:[in] %{pts} \\ : , \" $(ls) `ls`", "🎵🎉😀 شكرا")]
    [InlineData("a\nb\r\nc\u2028d", "so many words", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", Explicit = true)]
    public async Task Whatever_a_title_says_it_stays_text_inside_the_frame(string top, string middle, string bottom)
    {
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1)) with
        {
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Titles = [Projects.Title(top), Projects.Title(middle, color: "#00ff00", place: VerticalPlace.Middle), Projects.Title(bottom, color: "#00ffff", place: VerticalPlace.Bottom)],
        });
        Assert.All([Yellow, 0x00ff00, 0x00ffff], color => Assert.True(video.Count(0.5, color, tolerance: 110) > 10, $"{color:x6}"));
        Assert.Equal(0, video.Count(0.5, 0xff0000));
        var frame = video.FrameAt(0.5);
        var edges = Enumerable.Range(0, 180).SelectMany(y => new[] { y * 320 * 3, ((y * 320) + 319) * 3 });
        Assert.All(edges, at => Assert.True(frame[at] < 100 && frame[at + 1] < 100));
    }

    [Theory]
    [InlineData(BackgroundKind.Color, Explicit = true)]
    [InlineData(BackgroundKind.Video)]
    public async Task Captions_and_a_logo_are_seen_in_their_time(BackgroundKind kind)
    {
        var clip = samples.Make("black.mp4", "-f lavfi -i color=black:s=320x180:r=10:d=6 -f lavfi -i sine=d=6 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
        var logo = samples.Make("logo.png", "-f lavfi -i color=red:s=40x20 -frames:v 1");
        var project = Projects.Of(kind == BackgroundKind.Video ? clip : samples.Tone(6)) with
        {
            Background = new Background(kind, "#102030", null, null),
            Captions = new Captions([new CaptionLine(Projects.S(0.5), Projects.S(1.5), "first"), new CaptionLine(Projects.S(5), Projects.S(6), "second")]) { Color = "#ffee00", Size = 0.11 },
            Overlays = [new Overlay(Projects.Asset(logo), Corner.TopRight, 0.2, 0.05) { Start = Projects.S(1.5) }],
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal((false, true, false, true), (Shows(0.2), Shows(1), Shows(4), Shows(5.5)));
        Assert.Equal(0, video.Count(1.2, 0xff0000));

        bool Shows(double seconds) => video.Count(seconds, Yellow, tolerance: 110) > 20;
        Assert.InRange(video.Count(1.9, 0xff0000, 0, 0.3, 60), 36 * 18 * 3 / 4, 36 * 18 * 5 / 4);
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_cut_to_what_fits()
    {
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1)) with { Titles = [Projects.Title(string.Concat(Enumerable.Repeat("so many words ", 1430)))] });
        Assert.True(video.Count(0.5, Yellow, 0, 0.6, 90) > 200);
    }

    [Fact]
    public async Task Picture_and_sound_fade()
    {
        var project = Projects.Of(samples.Tone(6)) with
        {
            Background = new Background(BackgroundKind.Color, "#ff8000", null, null),
            FadeIn = Projects.S(2),
            FadeOut = Projects.S(2),
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.True(video.FrameAt(0)[0] < 20 && video.FrameAt(1)[0] is > 80 and < 170 && video.FrameAt(3)[0] > 240 && video.FrameAt(5.8)[0] < 60);
        var sound = video.Samples();
        Assert.True(Rendered.Level(sound, 0, 0.3) < 0.4 * Rendered.Level(sound, 2.5, 3.5));
        Assert.True(Rendered.Level(sound, 5.7, 6) < 0.4 * Rendered.Level(sound, 2.5, 3.5));
    }

    [Fact]
    public async Task Music_is_mixed_at_its_volume_to_the_end_without_clipping()
    {
        var voice = samples.Make("loud.wav", "-f lavfi -i aevalsrc=0.98*sin(2*PI*300*t)*lt(t\\,3):d=6:s=48000");
        var music = samples.Make("music.wav", "-f lavfi -i aevalsrc=0.8*sin(2*PI*1000*t)|0.8*sin(2*PI*1000*t):d=2:s=44100");
        var project = Projects.Of(voice) with { Music = [new Music(Projects.Asset(music), 0.25) { Ducks = false }] };
        var sound = (await Rendered.MakeAsync(samples, project)).Samples();
        Assert.InRange(Rendered.Level(sound, 3.5, 4.5) / Rendered.Level(sound, 0.5, 2.5), 0.15, 0.3);
        Assert.Equal(Rendered.Level(sound, 3.5, 4.5), Rendered.Level(sound, 5, 5.9), 0.02);
        Assert.DoesNotContain(sound, s => s is > 32_500 or < -32_500);
    }

    [Fact]
    public async Task A_piece_is_cut_out_exactly_where_it_is()
    {
        var asset = Projects.Asset(OnAndOff);
        var project = Projects.Of(OnAndOff) with { Clips = [new Clip(asset, Projects.S(1.5), Projects.S(3))] };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal(3, double.Parse(video.Probe("v:0", "format=duration")), 0.05);
        var sound = video.Samples();
        Assert.True(Rendered.Level(sound, 0.05, 0.4) < 0.02 && Rendered.Level(sound, 0.6, 2.4) > 0.1 && Rendered.Level(sound, 2.6, 2.9) < 0.02);
    }

    [Fact]
    public async Task Clips_of_different_sizes_are_joined_and_another_sound_takes_their_place()
    {
        var red = samples.Make("red.mp4", "-f lavfi -i color=red:s=100x200:r=24:d=1.5 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var blue = samples.Make("blue.mp4", "-f lavfi -i color=blue:s=200x200:r=30:d=2 -f lavfi -i sine=d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
        var project = Projects.Of(OnAndOff) with
        {
            Background = new Background(BackgroundKind.Video, "#000000", null, null),
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Middle),
            Clips = [new Clip(Projects.Asset(red), TimeSpan.Zero, Projects.S(1.5)), new Clip(Projects.Asset(blue), TimeSpan.Zero, Projects.S(2))],
            Voice = new Clip(Projects.Asset(OnAndOff), TimeSpan.Zero, Projects.S(3.5)),
            Titles = [Projects.Title("over", color: "#ffee00")],
        };
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal(3.5, double.Parse(video.Probe("v:0", "format=duration")), 0.05);
        Assert.InRange(video.Count(0.7, 0xff0000), 90 * 180 * 3 / 4, 90 * 180);
        Assert.InRange(video.Count(2.5, 0x0000ff), 180 * 180 * 3 / 4, 180 * 180);
        Assert.True(video.Count(2.5, Yellow, tolerance: 110) > 20);
        var sound = video.Samples();
        Assert.True(Rendered.Level(sound, 0.5, 1.5) < 0.02 && Rendered.Level(sound, 2.2, 3.3) > 0.1);
    }

    [Theory]
    [InlineData("mono-late.m4a", "-f lavfi -i sine=d=3:r=44100 -ac 1 -c:a aac -output_ts_offset 1.5")]
    [InlineData("vbr.mp3", "-f lavfi -i anoisesrc=d=3:r=44100 -ac 2 -q:a 6 -write_xing 0", Explicit = true)]
    [InlineData("low.wav", "-f lavfi -i sine=d=2.345:r=11025 -ac 1", Explicit = true)]
    public async Task Odd_sources_give_the_right_length(string name, string source)
    {
        var project = Projects.Of(samples.Make(name, source));
        var video = await Rendered.MakeAsync(samples, project);
        Assert.Equal(project.Duration.TotalSeconds, double.Parse(video.Probe("v:0", "format=duration")), 0.05);
        Assert.True(Rendered.Level(video.Samples(), 0.1, 0.4) > 0.01);
    }

    [Theory]
    [InlineData(BackgroundKind.Image, 180, 320)]
    [InlineData(BackgroundKind.Cover, 320, 320, Explicit = true)]
    [InlineData(BackgroundKind.Gradient, 322, 182, Explicit = true)]
    public async Task Every_background_on_every_canvas(BackgroundKind kind, int width, int height)
    {
        var picture = Projects.Asset(samples.Photo());
        var video = await Rendered.MakeAsync(samples, Projects.Of(samples.Tone(1), width, height) with { Background = new Background(kind, "#1e1b4b", "#ff8000", picture) });
        var frame = video.FrameAt(0.5);
        Assert.Equal(width * height * 3, frame.Length);
        Assert.True(frame.Distinct().Count() > 40);
    }

    [Fact]
    public async Task Bad_input_is_told_and_nothing_half_done_stays()
    {
        var noise = samples.Write("broken.mp3", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919))]);
        var facts = new MediaFacts(MediaKind.Audio, "mp3", Projects.S(3), 0, 0, true, false, false, 0, "mp3", null);
        var project = Projects.Of(samples.Tone()) with { Clips = [new Clip(new Asset("b", "broken.mp3", noise, facts), TimeSpan.Zero, Projects.S(3))] };
        var target = Path.Combine(samples.NewFolder(), "video.mp4");
        using var processes = MediaUnderTest.Processes();
        var e = await Assert.ThrowsAsync<BadFileException>(() =>
            new ProjectRenderer(processes).RenderAsync(project, samples.NewFolder(), target, null, TestContext.Current.CancellationToken));
        Assert.Equal("broken.mp3", e.Asset.Name);
        Assert.Equal(MediaProblem.Unreadable, Assert.IsType<MediaException>(e.InnerException).Problem);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(target)!));
    }

    [Fact]
    public async Task Cancel_ends_it_and_leaves_no_process_and_no_file()
    {
        var asset = Projects.Asset(samples.Make("hour.mp3", $"-stream_loop 600 -i {samples.Make("tone.mp3", "-f lavfi -i sine=d=6 -ac 1 -b:a 32k")} -c copy"));
        var project = Projects.Of(samples.Tone()) with { Canvas = new Canvas(1280, 720, 30), Clips = [new Clip(asset, TimeSpan.Zero, Projects.S(3600))] };
        var (work, target) = (samples.NewFolder(), Path.Combine(samples.NewFolder(), "video.mp4"));
        using var processes = MediaUnderTest.Processes();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var started = new TaskCompletionSource();
        var running = new ProjectRenderer(processes).RenderAsync(project, work, target, new Signal(started), cancel.Token);
        await Task.WhenAny(started.Task, running);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(target)!));
        var left = Directory.GetDirectories("/proc").Select(d => Path.Combine(d, "cmdline")).Where(File.Exists).Count(f => ReadOrNothing(f).Contains(work, StringComparison.Ordinal));
        Assert.Equal(0, left);
    }

    private static string ReadOrNothing(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private sealed class Signal(TaskCompletionSource started) : IProgress<double>
    {
        public void Report(double value) => started.TrySetResult();
    }
}
