using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>Compares decoded sound with what was mixed.</summary>
internal static class SoundMatch
{
    /// <summary>Quieter moments say nothing.</summary>
    private const float Heard = -50;

    /// <summary>Encoders change levels by less.</summary>
    private const double MostDifference = 3;

    /// <summary>Values that a sound is searched for before and after its place: 0.2 s.</summary>
    private const int MostShift = 10;

    /// <summary>60 ms: less is not noticed.</summary>
    private const int LeastShift = 3;

    /// <summary>A place is better only if it is clearly better: an even tone fits everywhere.</summary>
    private const double ClearGain = 1;

    public static OutputFlaws Compare(OutputSample sample, LevelTrace mixed)
    {
        var first = (int)Math.Round(sample.Start.TotalSeconds * LevelTrace.Rate);
        var count = Math.Min(sample.Sound.Count, mixed.Count - first);
        if (count < LevelTrace.Rate / 5 || !Enumerable.Range(first, count).Any(i => mixed[i] > Heard))
        {
            return OutputFlaws.None;
        }

        var (best, error) = (0, Error(sample.Sound, mixed, first, count));
        var inPlace = error;
        for (var shift = -MostShift; shift <= MostShift; shift++)
        {
            var other = Error(sample.Sound, mixed, first + shift, count);
            (best, error) = other < error ? (shift, other) : (best, error);
        }

        return error > MostDifference ? OutputFlaws.WrongSound
            : Math.Abs(best) >= LeastShift && inPlace - error > ClearGain ? OutputFlaws.OutOfSync
            : OutputFlaws.None;
    }

    /// <summary>Mean difference in dB; what cannot be heard counts as equal.</summary>
    private static double Error(LevelTrace decoded, LevelTrace mixed, int first, int count)
    {
        double sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += Math.Abs(Math.Max(Heard, decoded[i]) - Math.Max(Heard, mixed[first + i]));
        }

        return sum / count;
    }
}
