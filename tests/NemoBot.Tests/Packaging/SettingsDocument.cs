using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NemoBot.Settings;

namespace NemoBot.Tests.Packaging;

/// <summary>Writes <c>appsettings.example.json</c> and <c>docs/settings.md</c> from the options classes and their documentation.</summary>
internal sealed partial class SettingsDocument
{
    /// <summary>The settings at the top of the example, below <c>NemoBot</c>.</summary>
    private static readonly string[] First =
    [
        "DataFolder", "Web:AccessToken", "Web:PublicUrl", "Telegram:Token", "Discord:Token", "Nemo:Backend", "Nemo:Token",
        "Nemo:SkillsFolder", "Budget:CreditsPerPerson", "Budget:CreditsPerChat",
    ];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Dictionary<string, XElement> _documentation = [];

    public SettingsDocument()
    {
        foreach (var assembly in SettingsCatalog.Sections.Select(s => s.Type.Assembly).Distinct())
        {
            var file = Path.ChangeExtension(assembly.Location, ".xml");
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                _documentation[member.Attribute("name")!.Value] = member;
            }
        }
    }

    /// <summary>The example: what people set first, then all the rest.</summary>
    public string Example()
    {
        var text = new StringBuilder("""
            // Every setting with its default. Nothing has to be set. Copy to appsettings.json beside where the bot is started and keep what you
            // change, or set variables: NEMOBOT__Telegram__Token is "Telegram:Token" below. null and "" mean: not set. Ranges: docs/settings.md
            {
              "NemoBot": {
                // What people set first.


            """);
        var first = First.Select(name => SettingsCatalog.All.Single(s => s.Path == $"{SettingsCatalog.Root}:{name}")).ToList();
        foreach (var setting in first)
        {
            AppendSetting(text, setting, "    ", setting.Path[(SettingsCatalog.Root.Length + 1)..], ",");
        }

        text.Append("\n    // The rest.\n");
        foreach (var section in SettingsCatalog.Sections.Where(s => s.Name.Length > 0))
        {
            var settings = SettingsCatalog.All.Where(s => s.Section == section && !first.Contains(s)).ToList();
            text.Append($"\n    \"{section.Name}\": {{\n");
            foreach (var setting in settings)
            {
                AppendSetting(text, setting, "      ", setting.Path[(section.Path.Length + 1)..], setting == settings[^1] ? "" : ",");
            }

            text.Append(section == SettingsCatalog.Sections[^1] ? "    }\n" : "    },\n");
        }

        return text.Append("""
              },
              // How much is logged. Texts of people and addresses appear at Trace only, tokens never.
              "Logging": {
                "LogLevel": {
                  // Everything that is not the bot's own.
                  "Default": "Warning",
                  // The bot.
                  "NemoBot": "Information"
                }
              }
            }

            """).ToString();
    }

    /// <summary>The table of all settings.</summary>
    public string Table()
    {
        var text = new StringBuilder($"""
            # Settings

            Nothing has to be set. A setting is given, the later winning, in `appsettings.json` in the folder that the bot is started in
            ([example](../appsettings.example.json)), as a variable (`NemoBot:Engine:LaneCapacity` is `NEMOBOT__Engine__LaneCapacity`), or on the
            command line (`--NemoBot:Engine:LaneCapacity 30`). A time is written `[days.]hours:minutes:seconds`. Every value is checked before
            anything starts; a key that no part of the bot reads is reported with the nearest one that exists. `nemobot check` checks all of it.

            | variable | setting |
            |---|---|
            {string.Join("\n", WellKnownVariables.Names.Select(n => $"| `{n.Key}` | `{n.Value}` |"))}

            **Secrets as files**: each of these variables, and each `NEMOBOT__…`, exists with `_FILE` at its end too. Its value is then the path of a
            file with the value, as Docker and Kubernetes hand secrets over: `TELEGRAM_TOKEN_FILE=/run/secrets/telegram`.


            """);
        foreach (var section in SettingsCatalog.Sections)
        {
            text.Append($"## {section.Path}\n\n{Words(Summary("T:" + section.Type.FullName))}\n");
            text.Append(section.Reloads ? "A change of the file takes effect while the bot runs.\n" : "");
            text.Append("\n| setting | default | values | meaning |\n|---|---|---|---|\n");
            foreach (var setting in SettingsCatalog.All.Where(s => s.Section == section))
            {
                text.Append($"| `{setting.Path[(section.Path.Length + 1)..]}` | {Code(SettingsText.Show(setting.IsList ? null : setting.Default))} | {Values(setting)} | {Meaning(setting).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Code(string value) => value.Length == 0 ? "" : $"`{value}`";

    private static string Values(Setting setting) => setting.Property.GetCustomAttribute<RangeAttribute>() is { } range
        ? SettingsText.Bounds(range)
        : setting.Property.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed ? string.Join(", ", allowed.Values) : SettingsText.KindOf(setting);

    private void AppendSetting(StringBuilder text, Setting setting, string indent, string name, string end)
    {
        text.Append($"{indent}// {Meaning(setting)}\n");
        text.Append($"{indent}{JsonSerializer.Serialize(name, Relaxed)}: {Json(setting)}{end}\n");
    }

    private static string Json(Setting setting) => setting switch
    {
        { IsList: true } => "[]",
        { Default: null } => "null",
        { Default: int or long or double or bool } => SettingsText.Show(setting.Default),
        _ => JsonSerializer.Serialize(SettingsText.Show(setting.Default), Relaxed),
    };

    private string Meaning(Setting setting) =>
        Words(Summary($"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}"));

    private XElement Summary(string member) =>
        _documentation.TryGetValue(member, out var found) ? found.Element("summary")! : throw new InvalidOperationException($"{member} has no summary.");

    private static string Words(XElement summary)
    {
        var words = string.Concat(summary.Nodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
            XElement element => element.Value,
            _ => "",
        }));
        return Space().Replace(words, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
