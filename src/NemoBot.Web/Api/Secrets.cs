namespace NemoBot.Web.Api;

/// <summary>Finds access tokens in what people type, so that they reach neither the log nor other readers of the chat.</summary>
internal static class Secrets
{
    private const string TokenMark = "nmv_usr_";
    private const string Command = "/connect";

    public static bool IsIn(string text)
    {
        var start = text.TrimStart();
        return text.Contains(TokenMark, StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith(Command, StringComparison.OrdinalIgnoreCase)
                && (start.Length == Command.Length || !char.IsAsciiLetterOrDigit(start[Command.Length])));
    }
}
