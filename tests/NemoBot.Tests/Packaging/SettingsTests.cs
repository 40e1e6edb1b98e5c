using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace NemoBot.Tests.Packaging;

/// <summary>The example of the settings: every key in it is one that the bot reads, and every value is of the right form.</summary>
public sealed partial class SettingsTests
{
    private static readonly string Example = Repository.At("appsettings.example.json");

    /// <summary>Which class a section below <c>NemoBot</c> is bound to.</summary>
    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["Storage"] = "StorageOptions",
        ["Media"] = "MediaOptions",
        ["Nemo"] = "NemoOptions",
        ["LocalNemo"] = "LocalNemoOptions",
        ["Speech"] = "SpeechOptions",
        ["Understanding"] = "UnderstandingOptions",
        ["Web"] = "WebChatOptions",
        ["Discord"] = "DiscordOptions",
        ["Telegram"] = "TelegramOptions",
        ["Engine"] = "EngineOptions",
        ["Budget"] = "BudgetOptions",
        ["Claims"] = "ClaimOptions",
        ["Cluster"] = "ClusterOptions",
        ["Delivery"] = "DeliveryOptions",
        ["Status"] = "LiveStatusOptions",
        ["Rendering"] = "RenderOptions",
        ["Files"] = "UploadOptions",
    };

    [Fact]
    public void Every_section_of_the_example_binds_and_holds_no_unknown_key()
    {
        Assert.SkipUnless(File.Exists(Example), "There is no example yet.");
        var settings = new ConfigurationBuilder().AddJsonFile(Example).Build().GetSection("NemoBot");
        Assert.NotEmpty(settings.GetChildren());
        foreach (var section in settings.GetChildren().Where(s => s.Value is null))
        {
            Assert.True(Sections.ContainsKey(section.Key), $"Nothing reads the section {section.Key}.");
            Assert.NotNull(section.Get(FindType(Sections[section.Key]), o =>
            {
                o.BindNonPublicProperties = false;
                o.ErrorOnUnknownConfiguration = true;
            }));
        }
    }

    [Fact]
    public void Every_setting_of_the_example_is_explained()
    {
        Assert.SkipUnless(File.Exists(Example), "There is no example yet.");
        var lines = File.ReadAllLines(Example);
        var silent = Enumerable.Range(0, lines.Length)
            .Where(i => Setting().IsMatch(lines[i]) && !lines[i].Contains("//", StringComparison.Ordinal)
                && !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(i => $"{i + 1}: {lines[i].Trim()}");
        Assert.Empty(silent);
    }

    private static Type FindType(string name)
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "NemoBot.*.dll"))
        {
            if (Assembly.Load(AssemblyName.GetAssemblyName(file)).GetTypes().FirstOrDefault(t => t.Name == name) is { } type)
            {
                return type;
            }
        }

        throw new InvalidOperationException($"There is no type {name}.");
    }

    /// <summary>A key with a value of its own; a section (a key with a brace) explains itself by its settings.</summary>
    [GeneratedRegex("""^\s*"[\w:]+"\s*:\s*[^{\s]""")]
    private static partial Regex Setting();
}
