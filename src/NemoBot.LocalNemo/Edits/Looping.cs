using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Repeats clips to fill a length.</summary>
internal static class Looping
{
    private const int MostClips = 2000;

    /// <summary>Repeats the clips in order until a length is reached and cuts what is over.</summary>
    public static Project Fill(Project project, TimeSpan length)
    {
        var own = project.Clips.Where(c => c.Duration > TimeSpan.Zero).ToList();
        if (own.Count == 0 || project.Duration >= length)
        {
            return project;
        }

        var clips = new List<Clip>(own);
        var filled = project with { Clips = clips };

        // Less than a frame is not seen, and would be a clip without length.
        var missing = TimeSpan.FromSeconds(1 / Math.Max(1, project.Canvas.FrameRate));
        for (var i = 0; length - filled.Duration >= missing && clips.Count < MostClips; i++)
        {
            clips.Add(own[i % own.Count]);
        }

        return Timing.Keep(filled, TimeSpan.Zero, length);
    }
}
