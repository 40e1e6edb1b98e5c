using NemoBot.Core.Platforms;
using NemoBot.Web.Files;
using NemoBot.Web.Messages;

namespace NemoBot.Web.Chat;

/// <summary>Describes a stored file in a message.</summary>
internal static class ChatFiles
{
    public static ChatAttachment Attach(StoredFile file, bool hasPoster = false, VideoFacts? video = null) => new()
    {
        Name = file.Name,
        Mime = file.Mime,
        Size = file.Size,
        Url = file.Address,
        Poster = hasPoster ? $"/posters/{file.Id}" : null,
        Width = video?.Width,
        Height = video?.Height,
        Duration = video?.Duration.TotalSeconds,
    };
}
