using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Sizing;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Says how large the file may be, and what that costs.</summary>
internal static class SizeReport
{
    /// <summary>Sound with fewer bits is mono, and people hear it.</summary>
    private const int Heard = 64_000;

    public static void Add(ReportLines lines, Project before, Project after)
    {
        if (after.Output.MaxBytes is not { } most)
        {
            if (before.Output.MaxBytes is not null)
            {
                lines.Add("size.free");
            }

            return;
        }

        if (before.Output.MaxBytes != most)
        {
            lines.Add("size.set", SizeText.Of(most));
        }

        if (after.Duration <= TimeSpan.Zero || OutputFormats.IsCaptionFile(after.Output.Format))
        {
            return;
        }

        // What was said before is not repeated.
        foreach (var (key, values) in Costs(after, most).ExceptBy(Costs(before, before.Output.MaxBytes).Select(c => c.Key + string.Join(' ', c.Values)), c => c.Key + string.Join(' ', c.Values)))
        {
            lines.Add(key, values);
        }
    }

    private static IEnumerable<(string Key, object[] Values)> Costs(Project project, long? maxBytes)
    {
        if (maxBytes is not { } most || project.Duration <= TimeSpan.Zero)
        {
            yield break;
        }

        if (SizePlan.Find(project, most) is not { } plan)
        {
            yield return ("size.over", [SizeText.Of(most), SizeText.Of(SizePlan.Least(project))]);
            yield break;
        }

        if (plan.Canvas != project.Canvas)
        {
            yield return ("size.picture", [plan.Canvas.Width, plan.Canvas.Height, Phrases.Number(plan.Canvas.FrameRate)]);
        }

        if (plan.SoundBitrate is > 0 and <= Heard)
        {
            yield return ("size.sound", [plan.SoundBitrate / 1000]);
        }
    }
}
