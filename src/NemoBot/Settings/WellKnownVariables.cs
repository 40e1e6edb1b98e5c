namespace NemoBot.Settings;

/// <summary>
/// Settings from the environment beside <c>NEMOBOT__…</c>: the short names that people know, and for each name one that ends in
/// <c>_FILE</c> and holds the path of a file with the value, as containers hand secrets over.
/// </summary>
internal static class WellKnownVariables
{
    private const string FileEnd = "_FILE";
    private const string Prefix = "NEMOBOT__";

    /// <summary>Short names and their settings.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["NEMO_TOKEN"] = "NemoBot:Nemo:Token",
        ["NEMO_API_URL"] = "NemoBot:Nemo:ApiBaseUrl",
        ["NEMO_WEB_URL"] = "NemoBot:Nemo:WebBaseUrl",
        ["NEMO_CLIENT_ID"] = "NemoBot:Nemo:ClientId",
        ["SKILL_SOURCE"] = "NemoBot:Nemo:SkillSource",
        ["TELEGRAM_TOKEN"] = "NemoBot:Telegram:Token",
        ["DISCORD_TOKEN"] = "NemoBot:Discord:Token",
    };

    /// <summary>Reads the settings that these variables give.</summary>
    /// <param name="environment">The environment.</param>
    /// <exception cref="SettingsException">A file cannot be used, or a setting is given both as a value and as a file.</exception>
    public static IReadOnlyDictionary<string, string?> Read(IReadOnlyDictionary<string, string> environment)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var (name, value) in environment.Where(v => !string.IsNullOrWhiteSpace(v.Value)))
        {
            if (Names.TryGetValue(name, out var known))
            {
                settings.TryAdd(known, value.Trim());
            }
            else if (name.EndsWith(FileEnd, StringComparison.OrdinalIgnoreCase) && KeyOf(name[..^FileEnd.Length]) is { } key)
            {
                var plain = environment.FirstOrDefault(v => KeyOf(v.Key) is { } other && other.Equals(key, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(v.Value)).Key;
                if (plain is not null)
                {
                    problems.Add($"{plain} and {name} are both set; keep one of them.");
                }
                else if (ReadFile(name, value.Trim(), problems) is { } content)
                {
                    settings[key] = content;
                }
            }
        }

        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static string? KeyOf(string variable) =>
        Names.TryGetValue(variable, out var known) ? known
        : variable.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? $"{SettingsCatalog.Root}:{variable[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal)}"
        : null;

    private static string? ReadFile(string name, string path, List<string> problems)
    {
        var example = $"for example {name}=/run/secrets/{name[..^FileEnd.Length].Split("__")[^1].ToLowerInvariant()}.";
        try
        {
            var content = File.ReadAllText(path).Trim();
            if (content.Length > 0)
            {
                return content;
            }

            problems.Add($"{name} names the file {path}, which is empty; put the value into it, {example}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add($"{name} names the file {path}, which does not exist; name one that does, {example}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add($"{name} names {path}, which cannot be read as a file by this user; name a readable one, {example}");
        }

        return null;
    }
}
