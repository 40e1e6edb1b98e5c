using System.Reflection;

namespace NemoBot.Settings;

/// <summary>One setting: a property of an options class.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Path">Its key in the configuration, for example <c>NemoBot:Engine:LaneCapacity</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Default">The property's value in a new options object.</param>
internal sealed record Setting(SettingsSection Section, string Path, PropertyInfo Property, object? Default)
{
    private static readonly string[] SecretEndings = ["Token", "Key", "Secret", "Password", "Database"];

    /// <summary>The type of the value, without <see cref="Nullable{T}"/>.</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>The key has numbered children instead of a value.</summary>
    public bool IsList => Type != typeof(string) && Type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    /// <summary>The value is never shown.</summary>
    public bool IsSecret => Type == typeof(string) && SecretEndings.Any(e => Property.Name.EndsWith(e, StringComparison.Ordinal));

    /// <summary>The name of the environment variable.</summary>
    public string Variable => Path.Replace(SettingsCatalog.Root, "NEMOBOT", StringComparison.Ordinal).Replace(":", "__", StringComparison.Ordinal);
}
