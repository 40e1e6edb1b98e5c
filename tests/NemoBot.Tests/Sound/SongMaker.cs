namespace NemoBot.Tests.Sound;

/// <summary>Makes songs of which every beat is known: drums, bass and pads as stereo floats at 48 kHz.</summary>
internal sealed class SongMaker
{
    private const int Rate = 48_000;
    private readonly float[] _mono;
    private readonly Random _noise = new(7);

    public SongMaker(double seconds) => _mono = new float[(int)(seconds * Rate)];

    public List<double> Beats { get; } = [];

    public double Seconds => _mono.Length / (double)Rate;

    /// <summary>Left and right in turn.</summary>
    public float[] Stereo => [.. _mono.SelectMany(s => new[] { s, s })];

    /// <summary>Lays down beats from a time to a time.</summary>
    public SongMaker Count(double bpm, double from, double to)
    {
        for (var time = from; time < to - 0.01; time += 60 / bpm)
        {
            Beats.Add(time);
        }

        return this;
    }

    /// <summary>Kick on one and three, snare on two and four, closed cymbals on the eighths; swung cymbals come late.</summary>
    public SongMaker Rock(double swing = 0.5, float level = 1)
    {
        for (var i = 0; i < Beats.Count; i++)
        {
            if (i % 2 == 0) { Kick(Beats[i], level); } else { Snare(Beats[i], level); }
            Hat(Beats[i], 0.25f * level);
            Hat(Beats[i] + (swing * Length(i)), 0.2f * level);
        }

        return this;
    }

    /// <summary>Kick on every beat, open cymbal between.</summary>
    public SongMaker House()
    {
        for (var i = 0; i < Beats.Count; i++)
        {
            Kick(Beats[i], 1);
            Hat(Beats[i] + (0.5 * Length(i)), 0.35f);
        }

        return this;
    }

    /// <summary>A chord that changes with every bar and swells on every beat.</summary>
    public SongMaker Pads(double attack = 0.04, float level = 0.2f, int everyBeats = 1)
    {
        double[][] chords = [[220, 277.2, 329.6], [196, 246.9, 293.7], [174.6, 220, 261.6], [164.8, 207.7, 246.9]];
        for (var i = 0; i < Beats.Count; i += everyBeats)
        {
            var length = Length(i) * everyBeats;
            foreach (var frequency in chords[i / 4 % 4])
            {
                Tone(Beats[i], length, frequency, level, attack);
            }
        }

        return this;
    }

    public SongMaker Noise(float level)
    {
        for (var i = 0; i < _mono.Length; i++)
        {
            _mono[i] += level * Random();
        }

        return this;
    }

    public void Tone(double at, double length, double frequency, float level, double attack = 0.005) =>
        Add(at, length, t => level * (float)(Math.Min(1, t / attack) * Math.Min(1, (length - t) / 0.03) * (0.6 + (0.4 * Math.Exp(-3 * t)))
            * (Math.Sin(2 * Math.PI * frequency * t) + (0.4 * Math.Sin(4 * Math.PI * frequency * t)) + (0.2 * Math.Sin(6 * Math.PI * frequency * t)))));

    public void Kick(double at, float level) =>
        Add(at, 0.25, t => 0.8f * level * (float)(Math.Exp(-12 * t) * Math.Sin(2 * Math.PI * ((50 * t) - (6 * Math.Exp(-25 * t))))));

    public void Snare(double at, float level) =>
        Add(at, 0.18, t => level * (float)(Math.Exp(-22 * t) * ((0.4 * Random()) + (0.3 * Math.Sin(2 * Math.PI * 190 * t)))));

    public void Hat(double at, float level)
    {
        float before = 0;
        Add(at, 0.06, t =>
        {
            var now = Random();
            var sharp = now - before;
            before = now;
            return level * (float)Math.Exp(-60 * t) * sharp;
        });
    }

    private double Length(int beat) => beat + 1 < Beats.Count ? Beats[beat + 1] - Beats[beat] : Beats[beat] - Beats[beat - 1];

    private float Random() => (_noise.NextSingle() * 2) - 1;

    private void Add(double at, double length, Func<double, float> wave)
    {
        var start = (int)(at * Rate);
        for (var i = 0; i < length * Rate && start + i < _mono.Length; i++)
        {
            _mono[start + i] += wave(i / (double)Rate);
        }
    }
}
