using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Rendering.Sizing;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Renders;

/// <summary>What people should hear about a finished file, in one short line.</summary>
internal static class RenderNotes
{
    /// <summary>Smaller changes are not heard.</summary>
    private const double Audible = 0.5;

    private static readonly SoundProblems[] Problems =
    [
        SoundProblems.Silent, SoundProblems.Clipped, SoundProblems.OneChannel, SoundProblems.OppositePhase, SoundProblems.StartMissing, SoundProblems.EndMissing,
    ];

    /// <summary>The line; null if there is nothing to say.</summary>
    public static string? Of(RenderResult result, Output output, long size, bool chinese)
    {
        var phrases = Phrases.In(chinese);
        List<string> parts = output.Format == OutputFormat.Gif ? [] : [.. OfSound(result.Mix, phrases)];
        if (output.MaxBytes is { } most && !OutputFormats.IsCaptionFile(output.Format))
        {
            parts.Add(size <= most ? phrases.Say("note.size", SizeText.Of(size)) : phrases.Say("note.too-large", SizeText.Of(size), SizeText.Of(most)));
        }

        parts.AddRange(((OutputFlaws[])[OutputFlaws.Black, OutputFlaws.Frozen]).Where(f => result.Doubts.HasFlag(f)).Select(f => phrases.Say("note." + f)));
        return parts.Count == 0 ? null : phrases.Join(parts);
    }

    private static IEnumerable<string> OfSound(MixReport mix, Phrases phrases)
    {
        if (mix.Target is not null && double.IsFinite(mix.Before) && Math.Abs(mix.After - mix.Before) >= Audible)
        {
            yield return phrases.Say("note.loudness", Lufs(mix.Before), Lufs(mix.After));
        }

        foreach (var (file, problems) in mix.Faults)
        {
            foreach (var problem in Problems.Where(p => problems.HasFlag(p)))
            {
                yield return phrases.Say("note." + problem, file);
            }
        }
    }

    private static string Lufs(double value) => value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
}
