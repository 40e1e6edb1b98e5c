using NemoBot.Core.Backend;
using NemoBot.Core.Status;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>A message's files, checked and ready to be streamed; or why they cannot be taken.</summary>
/// <param name="Files">In the order they came.</param>
/// <param name="Notes">What was done to them, for the answer.</param>
/// <param name="Problem">Set if one cannot be taken: then none is.</param>
internal sealed record IntakeResult(IReadOnlyList<UploadSource> Files, IReadOnlyList<string> Notes, Answer? Problem = null);
