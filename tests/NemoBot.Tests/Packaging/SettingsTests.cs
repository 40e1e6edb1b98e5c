using System.Reflection;
using Microsoft.Extensions.Configuration;
using NemoBot.Nemo.Settings;
using NemoBot.Settings;
using Xunit;

namespace NemoBot.Tests.Packaging;

/// <summary>The options classes, the example file and the table of settings say the same.</summary>
public sealed class SettingsTests
{
    /// <summary>Set to 1: the tests write the files instead of comparing them.</summary>
    private const string WriteVariable = "NEMOBOT_WRITE_DOCS";

    private static readonly string[] NotSettings = ["SilenceOptions"];

    [Fact]
    public void The_example_is_what_the_options_classes_say() => Compare("appsettings.example.json", new SettingsDocument().Example());

    [Fact]
    public void The_table_is_what_the_options_classes_say() => Compare("docs/settings.md", new SettingsDocument().Table());

    [Fact]
    public void The_example_is_valid_and_holds_every_setting()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Repository.At("appsettings.example.json")).Build();
        Assert.Empty(SettingsValidator.Validate(settings));
        Assert.Empty(UnknownSettings.Find(settings));
        var nemo = new NemoOptions();
        nemo.Read(settings.GetSection("NemoBot:Nemo"), settings);
        Assert.False(nemo.UsesCloud);
        var keys = settings.AsEnumerable().Select(p => p.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(SettingsCatalog.All.Where(s => !keys.Contains(s.Path)).Select(s => s.Path));
    }

    [Fact]
    public void Every_options_class_is_in_the_catalog()
    {
        var nested = SettingsCatalog.Sections.SelectMany(s => s.Type.GetProperties()).Select(p => p.PropertyType);
        var missing = Directory.EnumerateFiles(AppContext.BaseDirectory, "NemoBot*.dll")
            .Where(f => !Path.GetFileName(f).StartsWith("NemoBot.Tests", StringComparison.Ordinal))
            .SelectMany(f => Assembly.Load(AssemblyName.GetAssemblyName(f)).GetTypes())
            .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.IsClass && !NotSettings.Contains(t.Name))
            .Except(SettingsCatalog.Sections.Select(s => s.Type)).Except(nested)
            .Select(t => t.FullName);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_number_and_time_has_bounds()
    {
        var boundless = SettingsCatalog.All
            .Where(s => s.Type == typeof(int) || s.Type == typeof(long) || s.Type == typeof(double) || s.Type == typeof(TimeSpan))
            .Where(s => !s.Property.GetCustomAttributes<System.ComponentModel.DataAnnotations.ValidationAttribute>().Any())
            .Select(s => s.Path);
        Assert.Empty(boundless);
    }

    private static void Compare(string file, string expected)
    {
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(Repository.At(file), expected);
        }

        Assert.True(
            File.Exists(Repository.At(file)) && File.ReadAllText(Repository.At(file)) == expected,
            $"{file} is not what the options classes say. Run this test with {WriteVariable}=1 to write it.");
    }
}
