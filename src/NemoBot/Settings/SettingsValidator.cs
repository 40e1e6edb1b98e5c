using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using NemoBot.Core.Access;

namespace NemoBot.Settings;

/// <summary>Checks all settings, in sentences that name the setting, what is wrong with its value, and an example.</summary>
internal static class SettingsValidator
{
    /// <summary>Returns a sentence for each problem.</summary>
    public static IReadOnlyList<string> Validate(IConfiguration configuration) =>
    [
        .. SettingsCatalog.Sections.SelectMany(section => Validate(configuration, section)),
        .. ListenAddresses.Validate(configuration),
        .. FrameworkSettings.Validate(configuration),
    ];

    /// <exception cref="SettingsException">A setting is not valid.</exception>
    public static void Require(IConfiguration configuration)
    {
        if (Validate(configuration) is { Count: > 0 } problems)
        {
            throw new SettingsException(problems);
        }
    }

    /// <summary>Looks at what is set: defaults are valid, and reading a property of each by reflection would delay the start.</summary>
    private static List<string> Validate(IConfiguration configuration, SettingsSection section)
    {
        if (!configuration.GetSection(section.Path).Exists())
        {
            return [];
        }

        var settings = SettingsCatalog.Of(section).Where(s => configuration.GetSection(s.Path).Exists()).ToList();
        List<string> problems = [.. settings.Select(s => FindMalformed(s, configuration[s.Path])).OfType<string>()];
        if (problems.Count > 0)
        {
            return problems; // a section with a malformed value cannot be bound
        }

        var options = Activator.CreateInstance(section.Type)!;
        configuration.GetSection(section.Path).Bind(options);
        problems.AddRange(settings.Select(s => FindInvalid(s, ValueOf(options, s), options)).OfType<string>());
        if (options is IValidatableObject whole && !IsSwitchedOff(section, configuration))
        {
            problems.AddRange(whole.Validate(new ValidationContext(options)).Select(r => r.ErrorMessage!));
        }
        else if (options is AccessOptions access)
        {
            problems.AddRange(new AccessOptionsValidator().Validate(name: null, access).Failures ?? []);
        }

        return problems;
    }

    /// <summary>Without a token a chat platform is off: what depends on the token cannot be checked.</summary>
    private static bool IsSwitchedOff(SettingsSection section, IConfiguration configuration) =>
        section.Name is "Telegram" or "Discord" && string.IsNullOrWhiteSpace(configuration[$"{section.Path}:Token"]);

    private static string? FindMalformed(Setting setting, string? value)
    {
        if (string.IsNullOrEmpty(value) || setting.IsList || setting.Type == typeof(string))
        {
            return null;
        }

        try
        {
            var converted = TypeDescriptor.GetConverter(setting.Type).ConvertFromInvariantString(value);
            return converted is Uri { IsAbsoluteUri: false } ? SettingsText.Malformed(setting, value) : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return SettingsText.Malformed(setting, value);
        }
    }

    private static string? FindInvalid(Setting setting, object? value, object options)
    {
        var context = new ValidationContext(options) { MemberName = setting.Property.Name };
        var broken = setting.Property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(a => a.GetValidationResult(value, context) is not null);
        return broken is null ? null : SettingsText.Invalid(setting, value, broken);
    }

    private static object? ValueOf(object options, Setting setting)
    {
        object? value = options;
        foreach (var name in setting.Path[(setting.Section.Path.Length + 1)..].Split(':'))
        {
            value = value?.GetType().GetProperty(name)!.GetValue(value);
        }

        return value;
    }
}
