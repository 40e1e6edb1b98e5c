using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Turns;

/// <summary>An edit that was carried out.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Before">The project before it; null if there was none.</param>
/// <param name="After">The project after it.</param>
internal sealed record Applied(Edit Edit, Project? Before, Project After);
