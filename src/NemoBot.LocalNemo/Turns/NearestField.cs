using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Finds what can be done in the field that a request names, if no example is like the request.</summary>
internal static class NearestField
{
    private const double Similar = 0.6;

    private static readonly (Suggestion Suggestion, Concept[] Concepts)[] Fields =
    [
        (Suggestion.Title, [Concept.Title, Concept.Artist]), (Suggestion.Captions, [Concept.Captions, Concept.Lyrics, Concept.Transcript, Concept.Karaoke]),
        (Suggestion.Silence, [Concept.SilenceNoun, Concept.FillerWords]), (Suggestion.Denoise, [Concept.Noise, Concept.Denoise]),
        (Suggestion.Logo, [Concept.Logo]), (Suggestion.Music, [Concept.Music]),
        (Suggestion.Loudness, [Concept.LoudnessWord, Concept.Volume, Concept.Louder, Concept.Quieter]), (Suggestion.Portrait, [Concept.Portrait, Concept.TikTok, Concept.Reels, Concept.Square]),
        (Suggestion.Zoom, [Concept.Zoom, Concept.Pan]), (Suggestion.Slideshow, [Concept.Slideshow, Concept.Images]),
        (Suggestion.Visual, VisualWords.All),
        (Suggestion.Background, [Concept.Background, Concept.Gradient, Concept.ColorWord, Concept.Image, Concept.DarkWord, Concept.LightWord, Concept.Darker]),
        (Suggestion.Highlight, [Concept.Chorus, Concept.Teaser]), (Suggestion.Undo, [Concept.Undo, Concept.VersionWord]),
    ];

    /// <summary>The suggestion for what is named; null if the words name nothing that fits.</summary>
    /// <param name="words">What was not understood.</param>
    /// <param name="named">What the request names.</param>
    /// <param name="project">The project.</param>
    /// <param name="files">The session's files.</param>
    public static Suggestion? To(string words, IReadOnlyList<Concept> named, Project project, IReadOnlyList<Asset> files)
    {
        var fitting = Fields.Where(f => Fits(f.Suggestion, project, files)).ToList();
        if (fitting.Find(f => f.Concepts.Any(named.Contains)) is { Concepts: not null } field)
        {
            return field.Suggestion;
        }

        var unknown = words.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(Pairs).ToList();
        return fitting.Find(f => f.Concepts.SelectMany(Vocabulary.Default.PhrasesOf).Any(p => p.Length > 3 && unknown.Exists(w => Likeness(w, Pairs(p)) >= Similar))) is { Concepts: not null } like
            ? like.Suggestion : null;
    }

    private static bool Fits(Suggestion suggestion, Project project, IReadOnlyList<Asset> files) => suggestion switch
    {
        Suggestion.Captions => project.Captions is null,
        Suggestion.Music => project.Music.Count > 0,
        Suggestion.Slideshow => project.Slides.Count == 0 && files.Count(f => f.Facts.Kind == MediaKind.Image) > 1,
        Suggestion.Logo or Suggestion.Zoom => files.Any(f => f.Facts.Kind == MediaKind.Image),
        Suggestion.Portrait => project.Canvas.Height <= project.Canvas.Width,
        Suggestion.Visual => project.Background.Kind != BackgroundKind.Video,
        Suggestion.Background => project.Background.Kind is not (BackgroundKind.Video or BackgroundKind.Image) && project.Slides.Count == 0,
        _ => true,
    };

    private static double Likeness(HashSet<string> word, HashSet<string> phrase) =>
        phrase.Count == 0 ? 0 : phrase.Count(word.Contains) / (double)Math.Max(phrase.Count, word.Count);

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
