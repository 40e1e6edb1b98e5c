using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads music videos: generated pictures that move with the beat and fit a mood.</summary>
internal sealed class SceneReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var style = StyleOf(clause);
        var beat = clause.HasFree(Concept.Beat, Concept.OnBeat) && reading.Focus != Subject.Slides && !MovesText(clause);
        var mood = clause.HasFree(Concept.Mood);
        var moodWord = clause.Free(TokenKind.Word).Cast<int?>().FirstOrDefault(i => clause.Tokens[i!.Value].Concept == Concept.MoodWord);
        var hasTouch = beat || mood || moodWord is not null;
        var about = clause.HasFree(Concept.Scene)
            || style is not null
            || (hasTouch && clause.Has(Concept.Visuals, Concept.Scene))
            || (moodWord is not null && (mood || HasScene(reading) || clause.Has(Concept.Background)));
        if (about && (style is not null || hasTouch || !IsOfPictureThatArrives(clause, reading)))
        {
            Set(clause, reading, style, moodWord);
        }
        else if (about)
        {
            // 做个音乐视频，封面放左边: the picture that came is what is seen.
            clause.ClaimAll(Concept.Scene, Concept.Add);
            clause.ClaimFrame();
        }
        else if (moodWord is { } alone && clause.Tokens.All(t => MayStandBeside(t.Concept)))
        {
            AskAboutMood(clause, reading, alone);
        }
        else
        {
            PulseToBeat(clause, reading, beat);
        }
    }

    /// <summary>"make it moody": moving pictures can be, but they would take the place of what is there.</summary>
    private static void AskAboutMood(Clause clause, Reading reading, int word)
    {
        var tone = clause.TextOf(clause.Claim(word)).ToLowerInvariant();
        clause.ClaimFrame();
        reading.Choice ??= new Choice(new Note("choice.mood", [tone]), [new Note("offer.mood", [tone])]);
    }

    private static void Set(Clause clause, Reading reading, SceneStyle? style, int? moodWord)
    {
        // 梦幻的 is told as 梦幻.
        var word = moodWord is { } at ? clause.TextOf(clause.Claim(at)).ToLowerInvariant().TrimEnd('的') : null;
        clause.ClaimAll(
            Concept.Scene, Concept.Beat, Concept.OnBeat, Concept.Mood, Concept.MoodWord, Concept.Visuals, Concept.Voice, Concept.Music,
            Concept.Recording, Concept.Flow, Concept.Light, Concept.Shapes, Concept.Background, Concept.SocialMedia, Concept.Touch);
        if (word is not null)
        {
            // "something dark and moody".
            clause.ClaimAll(Concept.DarkWord, Concept.LightWord);
        }

        clause.ClaimFrame();
        reading.Add(new SetScene(style ?? reading.Project.Scene?.Style ?? SceneStyle.Auto) { Mood = word }, Subject.Visual);
    }

    private static bool HasScene(Reading reading) => reading.Project.Scene is not null || reading.Edits.OfType<SetScene>().Any();

    private static bool MayStandBeside(Concept concept) => concept is Concept.MoodWord or Concept.Filler or Concept.Change or Concept.It
        or Concept.Video or Concept.Let or Concept.CanYou or Concept.Whole;

    private static bool IsOfPictureThatArrives(Clause clause, Reading reading) =>
        clause.TextOf(clause.Tokens[clause.IndexOf(Concept.Scene)]).ToLowerInvariant() is "音乐视频" or "音乐mv"
        && reading.Situation.BringsPicture;

    private static SceneStyle? StyleOf(Clause clause) =>
        clause.HasFree(Concept.Flow) ? SceneStyle.Flow : clause.HasFree(Concept.Light) ? SceneStyle.Light : clause.HasFree(Concept.Shapes) ? SceneStyle.Shapes
        : clause.HasFree(Concept.Particles) && clause.Has(Concept.Scene) ? SceneStyle.Particles : null;

    /// <summary>"zoom the cover on the beat", "match the beat": the picture pulses if there is one, else a scene does.</summary>
    private static void PulseToBeat(Clause clause, Reading reading, bool beat)
    {
        if (!beat || clause.HasFree(Concept.Slideshow, Concept.Images))
        {
            return;
        }

        var visual = Enum.GetValues<Concept>().Any(c => Clause.SubjectOf(c) == Subject.Visual && clause.Has(c));
        clause.ClaimAll(Concept.Beat, Concept.OnBeat, Concept.Mood, Concept.Voice, Concept.Music, Concept.Recording);
        if (visual)
        {
            // Every picture of the sound follows the sound by itself.
            return;
        }

        clause.ClaimAll(Concept.Image, Concept.Cover, Concept.Zoom, Concept.Background, Concept.Touch);
        clause.ClaimFrame();
        var isPicture = reading.Project.Background.Kind is BackgroundKind.Image or BackgroundKind.Cover;
        reading.Add(isPicture ? new SetPicture { Motion = Motion.Beat } : new SetScene(SceneStyle.Auto), Subject.Visual);
    }

    /// <summary>"the title should pulse to the beat": a text stands still, and nothing else is to move.</summary>
    private static bool MovesText(Clause clause) => clause.Has(Concept.Title, Concept.Captions) && !clause.Has(Concept.Add, Concept.Visuals, Concept.Scene, Concept.Video)
        && !clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Title or Subject.Captions));
}
