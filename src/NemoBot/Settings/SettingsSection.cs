namespace NemoBot.Settings;

/// <summary>A section below <c>NemoBot</c> and the class it is bound to.</summary>
/// <param name="Name">Its name; empty for the top of <c>NemoBot</c> itself.</param>
/// <param name="Type">The options class.</param>
/// <param name="Reloads">A change of the settings file takes effect while the bot runs.</param>
internal sealed record SettingsSection(string Name, Type Type, bool Reloads)
{
    /// <summary>The key of the section in the configuration.</summary>
    public string Path => Name.Length == 0 ? SettingsCatalog.Root : $"{SettingsCatalog.Root}:{Name}";
}
