using NemoBot.Core.Media;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>An attachment whose content was looked at.</summary>
/// <param name="Attachment">As it came.</param>
/// <param name="Name">A safe name with the ending of what it really is.</param>
/// <param name="Type">By content.</param>
internal sealed record InspectedAttachment(Attachment Attachment, string Name, SniffedType Type);
