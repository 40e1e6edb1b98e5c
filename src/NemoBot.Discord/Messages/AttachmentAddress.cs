using System.Globalization;
using System.Web;

namespace NemoBot.Discord.Messages;

/// <summary>
/// Locates a file: by its message, which yields a fresh URL later, and by the URL it arrived with. Files of a command have no message.
/// </summary>
/// <param name="Channel">The channel, or empty.</param>
/// <param name="Message">The message, or empty.</param>
/// <param name="Id">The attachment.</param>
/// <param name="Url">The signed URL.</param>
internal sealed record AttachmentAddress(string Channel, string Message, string Id, string Url)
{
    /// <summary>True if a fresh URL can be requested.</summary>
    public bool CanRefresh => Channel.Length > 0 && Message.Length > 0;

    /// <summary>Parses what <see cref="ToString"/> returned; null for anything else.</summary>
    public static AttachmentAddress? Parse(string reference) =>
        reference.Split('|', 4) is [var channel, var message, var id, var url] ? new AttachmentAddress(channel, message, id, url) : null;

    /// <summary>When the signature expires (<c>ex</c>, hexadecimal Unix seconds); null if the URL does not say.</summary>
    public DateTimeOffset? Expires =>
        Uri.TryCreate(Url, UriKind.Absolute, out var uri)
        && long.TryParse(HttpUtility.ParseQueryString(uri.Query)["ex"], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public override string ToString() => $"{Channel}|{Message}|{Id}|{Url}";
}
