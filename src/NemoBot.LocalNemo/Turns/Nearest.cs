using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Finds the thing that can be done that is nearest to words that were not understood.</summary>
internal static class Nearest
{
    private const double Similar = 0.34;

    private static readonly (Suggestion Suggestion, Concept[] Concepts)[] Fields =
    [
        (Suggestion.Title, [Concept.Title, Concept.Artist]), (Suggestion.Captions, [Concept.Captions, Concept.Lyrics, Concept.Transcript, Concept.Karaoke]),
        (Suggestion.Silence, [Concept.SilenceNoun, Concept.FillerWords]), (Suggestion.Denoise, [Concept.Noise, Concept.Denoise]),
        (Suggestion.Loudness, [Concept.LoudnessWord, Concept.Volume, Concept.Louder]), (Suggestion.Portrait, [Concept.Portrait, Concept.TikTok, Concept.Reels, Concept.Square]),
        (Suggestion.Zoom, [Concept.Zoom, Concept.Pan]), (Suggestion.Highlight, [Concept.Chorus, Concept.Teaser]), (Suggestion.Slideshow, [Concept.Slideshow, Concept.Images]),
        (Suggestion.Visual, [Concept.Waveform, Concept.Circle, Concept.Spectrum, Concept.Particles, Concept.Visuals]),
        (Suggestion.Background, [Concept.Background, Concept.Gradient, Concept.ColorWord, Concept.Image]),
    ];

    /// <summary>The suggestion whose words look most like the given ones; otherwise one for what the project lacks.</summary>
    public static Suggestion To(string words, Project project)
    {
        if (Vocabulary.Default.PhrasesOf(Concept.Vague).Any(p => words.Contains(p, StringComparison.OrdinalIgnoreCase)))
        {
            return Lacking(project);
        }

        var grams = Pairs(words.ToLowerInvariant());
        var (best, likeness) = Fields
            .Select(f => (f.Suggestion, Likeness: f.Concepts.SelectMany(Vocabulary.Default.PhrasesOf).Max(p => Likeness(grams, Pairs(p)))))
            .MaxBy(f => f.Likeness);
        return likeness >= Similar ? best : Lacking(project);
    }

    private static Suggestion Lacking(Project project) =>
        project.Titles.Count == 0 ? Suggestion.Title : project.Captions is null ? Suggestion.Captions : Suggestion.Visual;

    private static double Likeness(HashSet<string> words, HashSet<string> phrase) =>
        phrase.Count == 0 ? 0 : phrase.Count(words.Contains) / (double)Math.Max(phrase.Count, 3);

    private static HashSet<string> Pairs(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Length && i < 400; i++)
        {
            if (char.IsLetter(text[i]) && char.IsLetter(text[i + 1]))
            {
                pairs.Add(text.Substring(i, 2));
            }
        }

        return pairs;
    }
}
