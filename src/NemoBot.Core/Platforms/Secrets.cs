using System.Text.RegularExpressions;

namespace NemoBot.Core.Platforms;

/// <summary>
/// Recognizes credentials in text, so that they reach neither the store, the log, the backend nor other readers of a chat:
/// account tokens of the video service and bot tokens of Telegram and Discord.
/// </summary>
public static partial class Secrets
{
    /// <summary>Replaces a credential in text.</summary>
    public const string Mask = "***";

    /// <summary>Returns true if the text contains a credential.</summary>
    public static bool IsIn(string? text) => text is not null && (Account().IsMatch(text) || Bot().IsMatch(text));

    /// <summary>Returns the text with every credential masked.</summary>
    public static string Remove(string text) => Bot().Replace(Account().Replace(text, Mask), Mask);

    /// <summary>Any prefix of the family counts (<c>nmv_usr_</c>, <c>nmv_org_</c>): a kind added later must not leak until an update.</summary>
    [GeneratedRegex(@"nmv_[a-z]{2,12}_[a-z0-9][a-z0-9._~+/=\-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    /// <summary>
    /// Telegram: the bot's id, a colon, 35 characters. Discord: the bot's id in base64 (a digit always starts with M, N or O), a
    /// timestamp, a signature.
    /// </summary>
    [GeneratedRegex(
        @"(?<![0-9])[0-9]{6,12}:[A-Za-z0-9_\-]{30,64}|(?<![A-Za-z0-9_\-])[MNO][A-Za-z0-9_\-]{22,27}\.[A-Za-z0-9_\-]{6,7}\.[A-Za-z0-9_\-]{27,64}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bot();
}
