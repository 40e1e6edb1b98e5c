using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Projects;

/// <summary>An uploaded file.</summary>
/// <param name="Id">Unique; also its name on disk.</param>
/// <param name="Name">File name as uploaded.</param>
/// <param name="Path">Absolute path.</param>
/// <param name="Facts">What probing found.</param>
internal sealed record Asset(string Id, string Name, string Path, MediaFacts Facts);
