using NemoBot.Core.Text;

namespace NemoBot.Settings;

/// <summary>Finds keys below <c>NemoBot</c> that no options class reads, mostly slips of the pen.</summary>
internal static class UnknownSettings
{
    /// <summary>Returns a sentence for each unknown key, with the nearest known one.</summary>
    public static IReadOnlyList<string> Find(IConfiguration configuration) =>
    [
        .. configuration.GetSection(SettingsCatalog.Root).AsEnumerable()
            .Where(pair => pair.Value is not null && !pair.Key.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase) && !IsKnown(pair.Key))
            .Select(pair => Describe(pair.Key))
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsKnown(string key) =>
        SettingsCatalog.Sections.Where(s => key.StartsWith(s.Path + ":", StringComparison.OrdinalIgnoreCase)).SelectMany(SettingsCatalog.Of).Any(
            s => s.Path.Equals(key, StringComparison.OrdinalIgnoreCase) || (s.IsList && key.StartsWith(s.Path + ":", StringComparison.OrdinalIgnoreCase)))
        || SettingsCatalog.Sections.Any(s => s.Path.Equals(key, StringComparison.OrdinalIgnoreCase)) // an empty section
        || key.Equals($"{SettingsCatalog.Root}:Storage:DataFolder", StringComparison.OrdinalIgnoreCase);

    private static string Describe(string key)
    {
        var (nearest, distance) = SettingsCatalog.All
            .Select(s => (s.Path, Distance: EditDistance.Between(s.Path.ToUpperInvariant(), key.ToUpperInvariant())))
            .MinBy(s => s.Distance);
        return distance <= Math.Max(2, key.Length / 4)
            ? $"{key} is not a setting and has no effect; did you mean {nearest}?"
            : $"{key} is not a setting and has no effect; docs/settings.md lists all of them.";
    }
}
