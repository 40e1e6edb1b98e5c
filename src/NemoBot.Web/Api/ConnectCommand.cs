namespace NemoBot.Web.Api;

/// <summary>Recognizes <c>/connect</c>, which carries a token and must not be posted as a message.</summary>
internal static class ConnectCommand
{
    private const string Name = "/connect";

    public static bool IsIn(string text)
    {
        var start = text.TrimStart();
        return start.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
            && (start.Length == Name.Length || !char.IsAsciiLetterOrDigit(start[Name.Length]));
    }
}
