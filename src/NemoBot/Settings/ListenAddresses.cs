using NemoBot.Web.Security;
using NemoBot.Web.Settings;

namespace NemoBot.Settings;

/// <summary>The addresses that the bot listens on: <c>--urls</c>, or the variable <c>ASPNETCORE_URLS</c>.</summary>
internal static class ListenAddresses
{
    private const int MostPort = 65_535;

    /// <summary>Returns a sentence for each address that cannot be used.</summary>
    public static IEnumerable<string> Validate(IConfiguration configuration) => Split(configuration).Select(FindMalformed).OfType<string>();

    /// <summary>Why the bot would not start with these addresses, though each can be used; null if it would.</summary>
    public static string? RefuseOpen(IConfiguration configuration)
    {
        var web = configuration.GetSection($"{SettingsCatalog.Root}:Web");
        var isOff = "false".Equals(web[nameof(WebChatOptions.Enabled)], StringComparison.OrdinalIgnoreCase);
        return OpenAddress.Refuse(Split(configuration), new WebChatOptions { AccessToken = web[nameof(WebChatOptions.AccessToken)], Enabled = !isOff });
    }

    /// <summary>The verbs read the environment as it is, the server without its own prefix.</summary>
    public static string? Find(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } given ? given : configuration["ASPNETCORE_URLS"];

    private static string[] Split(IConfiguration configuration) =>
        (Find(configuration) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? FindMalformed(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
                ? $"The address to listen on, {address}, needs a certificate, which the bot does not use: put a proxy with HTTPS before it, and listen on http://127.0.0.1:5080, for example."
                : parsed.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && parsed.Port <= MostPort ? null : Malformed(address);
        }
        catch (FormatException)
        {
            return Malformed(address);
        }
    }

    private static string Malformed(string address) =>
        $"The address to listen on (--urls, ASPNETCORE_URLS) is \"{address}\", which is not http://address:port; for example http://127.0.0.1:5080.";
}
