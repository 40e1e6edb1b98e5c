namespace NemoBot.Discord.Rest;

/// <summary>The forms in which people write the API's address.</summary>
internal static class ApiAddress
{
    private const string Version = "v10/";

    /// <summary>The address as written, then with the parts it may lack.</summary>
    public static IEnumerable<Uri> Forms(Uri written)
    {
        var text = written.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        string[] more = text.EndsWith("/" + Version, StringComparison.OrdinalIgnoreCase)
            ? []
            : text.EndsWith("/api/", StringComparison.OrdinalIgnoreCase) ? [Version] : ["api/" + Version, Version];
        return more.Prepend("").Select(m => new Uri(text + m));
    }
}
