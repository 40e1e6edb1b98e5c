using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads how loud something is to be.</summary>
internal static partial class VolumeWords
{
    private const double Louder = 1.5;
    private const double Quieter = 0.6;

    /// <summary>The clause says something about loudness.</summary>
    public static bool IsAbout(Clause clause) => clause.HasFree(Concept.Volume, Concept.Louder, Concept.Quieter, Concept.Mute, Concept.Unmute)
        || SetsNumber(clause)
        || clause.HasFree(TokenKind.Percent)
        || clause.HasFree(TokenKind.Decibel);

    /// <summary>调到10, after the music was spoken of.</summary>
    public static bool IsBareLevel(Clause clause) => clause.Free(TokenKind.Number).ToList() is [var at]
        && clause.Tokens[at].Value is >= 5 and <= 200
        && clause.Has(Concept.Change)
        && clause.Tokens.All(t => t.Kind == TokenKind.Number || t.Concept is Concept.Change or Concept.To or Concept.Filler or Concept.It);

    /// <summary>"my voice to 120": percents without a sign.</summary>
    private static bool SetsNumber(Clause clause) => clause.HasFree(Concept.Voice, Concept.Music)
        && clause.Has(Concept.To)
        && clause.Free(TokenKind.Number).ToList() is [var at]
        && clause.Tokens[at].Value is >= 5 and <= 200;

    /// <summary>"louder from 0:10 to 0:20", "too loud at the beginning": a part of the sound at another level.</summary>
    public static bool IsPart(Clause clause) => NamesLoudness(clause)
        && clause.HasFree(Concept.Louder, Concept.Quieter, Concept.Volume, Concept.TurnUp, Concept.TurnDown)
        && !clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth)
        && !clause.Has(Concept.Remove, Concept.Cut, Concept.Keep, Concept.Trim, Concept.Add, Concept.Only, Concept.Noise)
        && (clause.Tokens.Any(t => t.IsTime) || NamesPlace(clause));

    private static bool NamesLoudness(Clause clause) => clause.Has(Concept.Voice, Concept.Music, Concept.Volume, Concept.Louder)
        || clause.Tokens.Any(t => t.Concept == Concept.Quieter && !clause.TextOf(t).StartsWith("reduce", StringComparison.OrdinalIgnoreCase));

    /// <summary>"at the beginning", 结尾那段.</summary>
    private static bool NamesPlace(Clause clause) => clause.IndexOf(Concept.Begin, Concept.End) >= 0
        && clause.Tokens.Any(t => WordLists.Passages.Contains(clause.TextOf(t)));

    /// <summary>Reads and claims it; null if nothing is said.</summary>
    public static SetVolume? Read(Clause clause, Track track)
    {
        if (clause.Take(TokenKind.Decibel) is { } decibels)
        {
            var down = clause.ClaimAll(Concept.Quieter, Concept.TurnDown, Concept.Smaller);
            var up = clause.ClaimAll(Concept.Louder, Concept.TurnUp, Concept.Bigger);
            var namesLevel = decibels.Value <= 0 && clause.Has(Concept.At, Concept.To) && !SaysBy(clause);
            if (track == Track.Music && !down && !up && namesLevel)
            {
                // "music at -12 dB" names the level of the track, as on a mixing desk.
                return new SetVolume(track) { Level = Math.Round(Sound.Decibels.ToAmplitude(decibels.Value), 3) };
            }

            return new SetVolume(track) { Decibels = down ? -Math.Abs(decibels.Value) : decibels.Value };
        }

        if (clause.Take(TokenKind.Percent) is { } percent)
        {
            return Relative(clause, track, percent.Value) ?? new SetVolume(track) { Level = Math.Abs(percent.Value) };
        }

        if (clause.Free(TokenKind.Number).Cast<int?>().FirstOrDefault() is { } index && IsOfNumber(clause))
        {
            var value = clause.Claim(index).Value;
            clause.ClaimAll(Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown);
            return new SetVolume(track) { Level = value > 2 ? value / 100 : value };
        }

        if (clause.HasFree(Concept.Double, Concept.Half) || clause.HasFree(TokenKind.Factor))
        {
            var factor = clause.Take(TokenKind.Factor)?.Value ?? (clause.Has(Concept.Double) ? 2 : 0.5);
            factor = factor < 1 && StepBy().Match(clause.Text) is { Success: true } by ? by.Groups["up"].Success ? 1 + factor : 1 - factor : factor;
            clause.ClaimAll(Concept.Double, Concept.Half, Concept.Louder, Concept.TurnUp);
            // 放大一倍 is twice as loud.
            factor = factor == 1 ? 2 : factor;
            return new SetVolume(track) { Factor = clause.ClaimAll(Concept.Quieter) && factor > 1 ? 1 / factor : factor };
        }

        return ByWord(clause, track);
    }

    private static bool IsOfNumber(Clause clause) => clause.Has(Concept.Volume, Concept.At, Concept.Louder, Concept.Quieter) || SetsNumber(clause) || IsBareLevel(clause);

    private static bool SaysBy(Clause clause) => clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "by");

    /// <summary>"up by a third" adds it, "down by a quarter" takes it away; "half as loud" is a level.</summary>
    [GeneratedRegex(@"\b(?:(?<up>up|raise|increase|boost|louder)|down|quieter|lower|reduce|decrease)\b[^.,;]{0,30}\bby\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StepBy();

    /// <summary>"turn it down by 20%" is relative, "turn it down to 20%" is not.</summary>
    private static SetVolume? Relative(Clause clause, Track track, double by)
    {
        // "real low, like 10%" says how low it is to be.
        var state = clause.Tokens.Any(t => t.Concept == Concept.Quieter && NamesState(clause.TextOf(t)));
        var (louder, quieter) = (clause.ClaimAll(Concept.Louder, Concept.TurnUp, Concept.Bigger), clause.ClaimAll(Concept.Quieter, Concept.TurnDown, Concept.Smaller));
        if (clause.Has(Concept.Not, Concept.No) && louder && by is > 0 and <= 2)
        {
            // "not louder than 10%".
            return null;
        }

        var isStep = !state && (louder || quieter) && !clause.Has(Concept.To, Concept.At) && !Changes(clause);
        if (by >= 0 && !isStep)
        {
            return null;
        }

        return new SetVolume(track) { Factor = Math.Max(0, quieter || by < 0 ? 1 - Math.Abs(by) : 1 + by) };
    }

    private static bool NamesState(string word) => WordLists.Quiet.Contains(word) || WordLists.Softly.Contains(word);

    /// <summary>"set it to", 调到; "make it 20% louder" is a step.</summary>
    private static bool Changes(Clause clause) =>
        clause.Tokens.Any(t => t.Concept == Concept.Change && clause.TextOf(t).ToLowerInvariant() is not ("make" or "makes" or "turn"));

    private static SetVolume? ByWord(Clause clause, Track track)
    {
        if (clause.ClaimAll(Concept.Unmute))
        {
            return new SetVolume(track) { Level = 1 };
        }

        if (clause.ClaimAll(Concept.Mute))
        {
            return new SetVolume(track) { Level = 0 };
        }

        if (clause.ClaimAll(Concept.Louder, Concept.Bigger, Concept.Large, Concept.TurnUp, Concept.Upward))
        {
            return new SetVolume(track) { Factor = Louder };
        }

        return clause.ClaimAll(Concept.Quieter, Concept.Smaller, Concept.Small, Concept.TurnDown, Concept.Downward)
            ? new SetVolume(track) { Factor = Quieter }
            : null;
    }
}
