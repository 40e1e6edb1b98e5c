using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering;

/// <summary>Makes the file that a project asks for.</summary>
internal interface IProjectRenderer
{
    /// <summary>
    /// Renders to the format of the project's output. An MP4 is H.264, yuv420p, bt709, AAC, moov first, as long as the project to within
    /// 50 ms.
    /// </summary>
    /// <param name="project">What.</param>
    /// <param name="workFolder">An empty folder for scratch files; the caller deletes it.</param>
    /// <param name="target">The finished file; exists only if all went well.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellationToken">Ends the whole process group within 2 s.</param>
    /// <exception cref="Core.Media.MediaException">It failed; nothing half-done stays.</exception>
    /// <exception cref="Checking.BadFileException">It failed because of one of its files.</exception>
    /// <exception cref="Checking.FlawedOutputException">What was made is not fit to be sent.</exception>
    Task<RenderResult> RenderAsync(Project project, string workFolder, string target, IProgress<double>? progress, CancellationToken cancellationToken);
}
