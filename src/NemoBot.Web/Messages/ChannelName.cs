using System.Text.RegularExpressions;

namespace NemoBot.Web.Messages;

/// <summary>Valid names of chats; they are part of URLs.</summary>
internal static partial class ChannelName
{
    public const string Default = "main";

    public static bool IsValid(string? name) => name is not null && Form().IsMatch(name);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
