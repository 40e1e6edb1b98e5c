using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>Finds pictures that are black or stand still although they should not.</summary>
internal sealed class PictureMatch(Project project, LevelTrace mixed)
{
    /// <summary>Of 255; encoders leave a little noise in black.</summary>
    private const byte Black = 8;
    private const float Loud = -45;
    private const float Lively = 6;

    /// <summary>What is wrong with all samples of a file.</summary>
    public OutputFlaws Judge(IReadOnlyList<OutputSample> samples)
    {
        if (samples.Any(s => s.Pictures.Count == 0))
        {
            return OutputFlaws.Unreadable;
        }

        var lively = samples.Where(s => s.Pictures.Count > 2 && ShouldMove(s)).ToList();
        return ((ShowsSomething || lively.Count > 0) && samples.All(s => s.Pictures.All(p => p.Max() <= Black)) ? OutputFlaws.Black : OutputFlaws.None)
            | (lively.Count > 0 && lively.All(s => !Moves(s)) ? OutputFlaws.Frozen : OutputFlaws.None);
    }

    /// <summary>A black ground with nothing on it is what was asked for.</summary>
    private bool ShowsSomething =>
        project.Scene is not null || project.Slides.Count > 0 || project.Titles.Count > 0 || project.Background.Kind != BackgroundKind.Color
        || Rgb.Parse(project.Background.Color) is not { Luminance: <= 0.02 };

    private bool ShouldMove(OutputSample sample)
    {
        if (project.Scene is not null)
        {
            return true;
        }

        if (project.Visual.Style == VisualStyle.None || !project.Visual.IsSeenAt(sample.Start) || !project.Visual.IsSeenAt(sample.Start + OutputSample.PictureLength))
        {
            return false;
        }

        var first = (int)(sample.Start.TotalSeconds * LevelTrace.Rate);
        var levels = Enumerable.Range(first, (int)(OutputSample.PictureLength.TotalSeconds * LevelTrace.Rate)).Select(i => mixed[i]).ToList();
        return levels.Max() > Loud && levels.Max() - levels.Min() > Lively;
    }

    private static bool Moves(OutputSample sample) =>
        sample.Pictures.Skip(1).Any(p => p.Where((value, i) => Math.Abs(value - sample.Pictures[0][i]) > 1).Any());
}
