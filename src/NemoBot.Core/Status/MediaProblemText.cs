using NemoBot.Core.Media;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Tells what went wrong with a media tool.</summary>
internal static class MediaProblemText
{
    public static string Describe(MediaProblem problem, Texts texts) => texts[problem switch
    {
        MediaProblem.ToolMissing => "media.tool-missing",
        MediaProblem.Unreadable => "media.unreadable",
        MediaProblem.DiskFull => "media.disk-full",
        MediaProblem.TimedOut => "media.timed-out",
        MediaProblem.TooManyPixels or MediaProblem.OverLimit => "media.over-limit",
        _ => "media.failed",
    }];
}
