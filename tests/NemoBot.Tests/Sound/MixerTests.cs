using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Sound;

public sealed class MixerTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const string Pulses = "0.3*sin(2*PI*500*t)*lt(mod(t\\,0.5)\\,0.3)";

    [Theory]
    [InlineData(-30.0, null, -14)]
    [InlineData(6.0, null, -14, Explicit = true)]
    [InlineData(-6.0, -23.0, -23)]
    public async Task The_finished_sound_has_the_loudness_of_its_kind_or_the_asked_one(double gain, double? asked, double expected)
    {
        var level = (float)Math.Pow(10, gain / 20);
        var song = new SongMaker(8).Count(120, 0, 8).Rock(level: level).Pads(level: 0.1f * level).Noise(0.03f * level);
        var project = Mixed.Of(await song.SaveAsync(samples, $"loud{gain}.wav")) with { Mix = new Mix { Loudness = asked } };

        var made = await Mixed.MakeAsync(samples, project);

        Assert.Equal(expected, made.Meter.Integrated, 0.5);
        Assert.True(made.Meter.TruePeakDb <= -1, $"{made.Meter.TruePeakDb} dBTP");
        Assert.Equal(made.Meter.Integrated, made.Report.After, 0.3);
        Assert.Equal(8, made.Seconds, 0.05);
        var rate = double.Parse(SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=bit_rate", "-of", "csv=p=0", made.Path));
        Assert.InRange(rate, 170_000, 210_000);
    }

    [Fact]
    public async Task Speech_gets_the_loudness_of_podcasts()
    {
        var speech = samples.Make("talk.wav", "-f lavfi -i flite=text='Hello_and_welcome_to_the_show,_today_we_talk_about_the_harbour_towns':voice=slt,volume=-12dB");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await Assets.ProbeAsync(speech)));

        Assert.Equal(-16, made.Meter.Integrated, 0.5);
        Assert.True(made.Report.Before < -22, $"{made.Report.Before}");
    }

    [Fact]
    public async Task Limiting_does_not_change_what_lies_below_the_ceiling()
    {
        var path = samples.Make("spikes.wav", "-f lavfi -i aevalsrc=0.05*sin(2*PI*500*t)+0.9*sin(2*PI*3000*t)*lt(mod(t\\,2)\\,0.004):d=6:s=48000 -c:a pcm_f32le");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(await Assets.ProbeAsync(path)));

        var levels = Enumerable.Range(1, 8).Select(i => made.Strength(500, 0.3 + (i * 0.1), 0.4 + (i * 0.1))).ToList();
        Assert.True(levels.Max() < 1.05 * levels.Min(), string.Join(' ', levels));
        Assert.True(made.Meter.TruePeakDb <= -1, $"{made.Meter.TruePeakDb} dBTP");
    }

    [Theory]
    [InlineData(0.5, -20)]
    [InlineData(0.1, -34, Explicit = true)]
    public async Task A_volume_is_heard_although_the_loudness_is_evened_out(double volume, double expected)
    {
        var project = Mixed.Of(await SineAsync("level.wav", "0.2*sin(2*PI*1000*t)")) with { Mix = new Mix { Volume = volume } };

        Assert.Equal(expected, (await Mixed.MakeAsync(samples, project)).Meter.Integrated, 0.5);
    }

    [Fact]
    public async Task Music_reaches_the_loudness_by_itself_where_the_main_sound_is_muted()
    {
        var voice = await SineAsync("loud-voice.wav", "0.5*sin(2*PI*500*t)");
        var music = await SineAsync("soft-music.wav", "0.01*sin(2*PI*2000*t)");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(voice) with { Mix = new Mix { Volume = 0 }, Music = [new Music(music, 1)] });

        Assert.Equal(-14, made.Meter.Integrated, 0.5);
        Assert.True(made.Strength(500, 0.2, 1.8) < 0.001 && made.Strength(2000, 0.2, 1.8) > 0.1);
    }

    [Fact]
    public async Task Music_is_as_loud_as_the_main_sound_times_its_volume_and_sinks_below_it()
    {
        var voice = await SineAsync("voice.wav", $"if(lt(t\\,2)+between(t\\,2.8\\,4)\\,{Pulses}\\,0)", 8);
        var music = await SineAsync("quiet-music.wav", "0.01*sin(2*PI*2000*t)", 2);
        var project = Mixed.Of(voice) with { Music = [new Music(music, 0.5)] };

        var made = await Mixed.MakeAsync(samples, project);

        var (under, free) = (made.Strength(2000, 1.5, 3.5), made.Strength(2000, 6, 7.8));
        Assert.Equal(9, 20 * Math.Log10(free / under), 1.0);
        Assert.Equal(free, made.Strength(2000, 7, 7.5), 0.05 * free);

        // It stays down in the pause between two sentences.
        Assert.Equal(under, made.Strength(2000, 2.6, 2.8), 0.1 * under);

        var loud = await Mixed.MakeAsync(samples, project with { Music = [new Music(music, 0.5) { Ducks = false }] });
        Assert.Equal(loud.Strength(2000, 6, 7.5), loud.Strength(2000, 1.5, 3.5), 0.1 * loud.Strength(2000, 6, 7.5));
    }

    [Fact]
    public async Task Music_has_its_own_place_and_fades()
    {
        var quiet = await SineAsync("base.wav", "0.2*sin(2*PI*300*t)", 6);
        var music = new Music(await SineAsync("placed.wav", "0.2*sin(2*PI*2000*t)", 1), 1)
        {
            Start = S(1),
            Length = S(4),
            FadeIn = S(1),
            FadeOut = S(1),
            Ducks = false,
        };

        var made = await Mixed.MakeAsync(samples, Mixed.Of(quiet) with { Music = [music] });

        var full = made.Strength(2000, 2.5, 3.5);
        Assert.True(made.Strength(2000, 0, 0.95) < 0.01 * full);
        Assert.Equal(0.5, made.Strength(2000, 1.4, 1.6) / full, 0.1);
        Assert.Equal(0.5, made.Strength(2000, 4.4, 4.6) / full, 0.1);
        Assert.True(made.Strength(2000, 5.05, 5.9) < 0.01 * full);
    }

    [Fact]
    public async Task Music_begins_within_the_song_and_there_again()
    {
        var quiet = await SineAsync("under.wav", "0.2*sin(2*PI*300*t)", 6);
        var song = await SineAsync("song.wav", "0.2*sin(2*PI*if(lt(t\\,2)\\,2000\\,4000)*t)", 4);
        var music = new Music(song, 1) { From = S(2), Ducks = false, Changes = [new VolumeChange(S(1), S(1.5), 0)] };

        var made = await Mixed.MakeAsync(samples, Mixed.Of(quiet) with { Music = [music] });

        var heard = made.Strength(4000, 0.1, 0.9);
        Assert.True(made.Strength(2000, 0, 6) < 0.01 * heard);
        Assert.True(made.Strength(4000, 1.05, 1.45) < 0.01 * heard);
        Assert.Equal(1, made.Strength(4000, 2.1, 5.9) / heard, 0.05);

        var once = await Mixed.MakeAsync(samples, Mixed.Of(quiet) with { Music = [music with { Loops = false }] });
        Assert.True(once.Strength(4000, 2.1, 5.9) < 0.01 * once.Strength(4000, 0.1, 0.9));
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(0.4, Explicit = true)]
    [InlineData(5.0, Explicit = true)]
    public async Task Another_speed_keeps_the_pitch(double speed)
    {
        var asset = await SineAsync("pitch.wav", "0.2*sin(2*PI*1000*t)", 4);
        var project = new Project { Clips = [new Clip(asset, S(0), S(4)) { Speed = speed }] };

        var made = await Mixed.MakeAsync(samples, project);

        Assert.Equal(4 / speed, made.Seconds, 0.05);
        var middle = made.Seconds / 2;
        Assert.True(made.Strength(1000, middle - 0.3, middle + 0.3) > 5 * made.Strength(1000 * speed, middle - 0.3, middle + 0.3));
    }

    [Fact]
    public async Task Parts_are_joined_reversed_faded_and_crossfaded_at_their_exact_places()
    {
        var rising = await SineAsync("steps.wav", "0.2*sin(2*PI*if(lt(t\\,1)\\,500\\,if(lt(t\\,2)\\,1000\\,2000))*t)", 3);
        Clip[] clips =
        [
            new Clip(rising, S(1), S(1)), new Clip(rising, S(0), S(3)) { Reversed = true }, new Clip(rising, S(0), S(1)) { Crossfade = S(0.5) },
        ];

        var made = await Mixed.MakeAsync(samples, new Project { Clips = clips });

        Assert.Equal(4.5, made.Seconds, 0.05);
        (double Frequency, double From)[] expected = [(1000, 0.1), (2000, 1.1), (1000, 2.1), (500, 3.1), (500, 4.1)];
        Assert.All(expected, e => Assert.True(
            made.Strength(e.Frequency, e.From, e.From + 0.3) > 0.1, $"{e}: {made.Strength(e.Frequency, e.From, e.From + 0.3)}"));
        Assert.True(made.Level(3.55, 3.95) > 0.05);
    }

    [Fact]
    public async Task Parts_have_volumes_of_their_own_at_any_speed_and_in_any_direction()
    {
        var tone = await SineAsync("steady.wav", "0.1*sin(2*PI*400*t)", 8);
        VolumeChange[] changes = [new(S(2), S(3), 0.5), new(S(4), S(5), 0), new(S(6), S(7), 0) { Bleeps = true }];
        Clip[] clips = [new Clip(tone, S(0), S(8)) { Changes = changes }, new Clip(tone, S(3), S(3)) { Reversed = true, Changes = changes }, new Clip(tone, S(2), S(6)) { Speed = 2, Changes = changes }];

        var made = await Mixed.MakeAsync(samples, new Project { Clips = clips });

        // Forward: half at 2, silent at 4, a tone at 6; backward from 6 to 3: silent at 9; twice as fast from 2 to 8: half, silent, a tone.
        var full = made.Strength(400, 0.1, 1.9);
        (double From, double To, double Part, bool Bleeps)[] expected =
        [
            (2.05, 2.95, 0.5, false), (3.05, 3.95, 1, false), (4.05, 4.95, 0, false), (6.05, 6.95, 0, true), (7.05, 7.95, 1, false),
            (8.05, 8.95, 1, false), (9.05, 9.95, 0, false), (10.05, 10.95, 1, false),
            (11.05, 11.45, 0.5, false), (12.05, 12.45, 0, false), (13.05, 13.45, 0, true), (13.55, 13.95, 1, false),
        ];
        Assert.All(expected, e => Assert.Equal(e.Part, made.Strength(400, e.From, e.To) / full, 0.05));
        Assert.All(expected, e => Assert.Equal(e.Bleeps, made.Strength(1000, e.From, e.To) > 0.1 * full));
    }

    [Fact]
    public async Task A_clip_loops_and_a_voice_is_delayed()
    {
        var beep = await SineAsync("beep.wav", "0.3*sin(2*PI*1000*t)*lt(t\\,0.5)", 1);

        var looped = await Mixed.MakeAsync(samples, new Project { Clips = [new Clip(beep, S(0), S(3)) { Loops = true }] });
        Assert.True(looped.Level(2.1, 2.4) > 0.05 && looped.Level(2.6, 2.9) < 0.01);

        var picture = await SineAsync("silent.wav", "0", 3);
        var late = await Mixed.MakeAsync(samples, Mixed.Of(picture) with { Voice = new Clip(beep, S(0), S(1)), VoiceDelay = S(0.75) });
        Assert.True(late.Level(0.1, 0.7) < 0.005 && late.Level(0.78, 1.2) > 0.05 && late.Level(1.3, 2.9) < 0.005);

        var early = await Mixed.MakeAsync(samples, Mixed.Of(picture) with { Voice = new Clip(beep, S(0), S(1)), VoiceDelay = S(-0.25) });
        Assert.True(early.Level(0.02, 0.2) > 0.05 && early.Level(0.3, 2.9) < 0.005);
    }

    [Fact]
    public async Task A_part_with_a_volume_of_its_own_counts_in_the_loudness_of_the_whole()
    {
        var tone = await SineAsync("even.wav", "0.1*sin(2*PI*400*t)", 8);

        var made = await Mixed.MakeAsync(samples, new Project { Clips = [new Clip(tone, S(0), S(8)) { Changes = [new(S(0), S(6), 0.5)] }], Mix = new Mix { Loudness = -20 } });

        Assert.Equal(-20, made.Meter.Integrated, 0.5);
        Assert.Equal(0.5, made.Strength(400, 1, 5) / made.Strength(400, 6.5, 7.5), 0.03);
    }

    [Fact]
    public async Task Low_and_high_tones_are_made_stronger_and_weaker()
    {
        var tones = await SineAsync("tones.wav", "0.05*(sin(2*PI*60*t)+sin(2*PI*800*t)+sin(2*PI*9000*t))", 4);

        var shaped = await Mixed.MakeAsync(samples, Mixed.Of(tones) with { Mix = new Mix { Bass = 6, Treble = -6 } });

        double Share(double frequency) => 20 * Math.Log10(shaped.Strength(frequency, 1, 3) / shaped.Strength(800, 1, 3));
        Assert.InRange(Share(60), 4, 7);
        Assert.InRange(Share(9000), -7, -4);
    }

    [Fact]
    public async Task Noise_is_reduced_and_the_tone_stays()
    {
        var noisy = samples.Make("noisy.wav", "-f lavfi -i aevalsrc=0.2*sin(2*PI*500*t)*gt(t\\,2)+0.01*(random(0)*2-1):d=6:s=48000");
        var project = Mixed.Of(await Assets.ProbeAsync(noisy));

        var clean = await Mixed.MakeAsync(samples, project with { Mix = new Mix { Denoise = true } });

        // A sine of 0.2 and even noise of 0.01, by their root mean squares.
        var before = (0.01 / Math.Sqrt(3)) / (0.2 / Math.Sqrt(2));
        Assert.InRange(clean.Level(1, 1.8) / clean.Level(4, 5), 0, 0.6 * before);
    }

    [Fact]
    public async Task Sound_that_swings_around_another_value_than_zero_is_centered()
    {
        var made = await Mixed.MakeAsync(samples, Mixed.Of(await SineAsync("offset.wav", "0.3+0.1*sin(2*PI*500*t)|0.1*sin(2*PI*500*t)-0.2")));

        Assert.True(made.Strength(500, 0.5, 2.5) > 0.1);
        Assert.True(made.Strength(0, 0.5, 2.5) < 0.002);
    }

    [Theory]
    [InlineData("0.3*sin(2*PI*500*t)|0", SoundProblems.OneChannel)]
    [InlineData("0.3*sin(2*PI*500*t)|-0.3*sin(2*PI*500*t)", SoundProblems.OppositePhase)]
    public async Task Faulty_channels_are_mended_and_reported(string wave, SoundProblems problem)
    {
        var asset = await SineAsync($"{problem}.wav", wave);

        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset));

        Assert.True(made.Strength(500, 0.5, 1.5) > 0.1);
        Assert.Equal(problem, made.Report.Faults[asset.Name]);
    }

    [Theory]
    [InlineData(nameof(Channels.Own), true, false, false, true)]
    [InlineData(nameof(Channels.Mono), true, true, true, true)]
    [InlineData(nameof(Channels.Left), true, false, true, false)]
    [InlineData(nameof(Channels.Right), false, true, false, true)]
    public async Task Both_sides_play_what_was_chosen(string channels, bool lowLeft, bool highLeft, bool lowRight, bool highRight)
    {
        var sides = await SineAsync("sides.wav", "0.3*sin(2*PI*500*t)|0.3*sin(2*PI*3000*t)");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(sides) with { Mix = new Mix { Channels = Enum.Parse<Channels>(channels) } });

        bool Hears(int side, double frequency) => made.Strength(frequency, 0.5, 1.5, side) > 0.05;
        Assert.Equal((lowLeft, highLeft, lowRight, highRight), (Hears(0, 500), Hears(0, 3000), Hears(1, 500), Hears(1, 3000)));
        Assert.Equal(-14, made.Meter.Integrated, 0.5);
    }

    [Fact]
    public async Task Silence_stays_silence_and_is_reported()
    {
        var asset = await SineAsync("nothing.wav", "0");

        var made = await Mixed.MakeAsync(samples, Mixed.Of(asset), "sound.mp3");

        Assert.True(made.Level(0, 2) < 0.001);
        Assert.Equal(SoundProblems.Silent, made.Report.Faults[asset.Name]);
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private Task<Asset> SineAsync(string name, string wave, double seconds = 3) =>
        Assets.ProbeAsync(samples.Make(name, $"-f lavfi -i aevalsrc={wave}:d={seconds}:s=48000 -c:a pcm_s16le"));
}
