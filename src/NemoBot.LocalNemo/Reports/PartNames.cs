using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Says what a file is used for.</summary>
internal static class PartNames
{
    /// <summary>Its first use, for example "clip 2, from 0:12".</summary>
    public static string Of(Project project, Asset asset, Phrases phrases)
    {
        bool Is(Asset? other) => other?.Id == asset.Id;
        var clip = project.Clips.ToList().FindIndex(c => Is(c.Asset));
        var slide = project.Slides.DistinctBy(s => s.Asset.Id).ToList().FindIndex(s => Is(s.Asset));
        return clip >= 0 && project.Clips.Count > 1 ? phrases.Say("part.clip", clip + 1, project.StartOf(clip))
            : clip >= 0 ? phrases.Say("part.main")
            : Is(project.Voice?.Asset) ? phrases.Say("part.voice")
            : project.Music.Any(m => Is(m.Asset)) ? phrases.Say("part.music")
            : slide >= 0 ? phrases.Say("part.slide", slide + 1)
            : project.Overlays.Any(o => Is(o.Asset)) ? phrases.Say("part.logo")
            : phrases.Say("part.background");
    }
}
