using System.Collections;
using System.Text.Json;

namespace NemoBot.Settings;

/// <summary>
/// Where settings come from, the same for every way of starting: <c>appsettings.json</c> in the working directory, the environment,
/// the well-known variables and secret files, the command line; later ones win.
/// </summary>
internal static class BotConfiguration
{
    /// <summary>Reads and checks the settings of a verb.</summary>
    /// <exception cref="SettingsException">A setting is not valid.</exception>
    public static IConfigurationRoot Load()
    {
        var configuration = LoadUnchecked();
        SettingsValidator.Require(configuration);
        return configuration;
    }

    /// <summary>Reads the settings of a verb.</summary>
    /// <exception cref="SettingsException">A file cannot be read.</exception>
    public static IConfigurationRoot LoadUnchecked()
    {
        var builder = new ConfigurationBuilder();
        builder.AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true);
        builder.AddEnvironmentVariables();
        try
        {
            return builder.AddWellKnown([]).Build();
        }
        catch (InvalidDataException exception)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>Adds what the framework's own sources do not know, above them.</summary>
    /// <param name="builder">The sources so far.</param>
    /// <param name="args">The command line, which wins over everything.</param>
    /// <exception cref="SettingsException">A secret file cannot be used.</exception>
    public static IConfigurationBuilder AddWellKnown(this IConfigurationBuilder builder, string[] args)
    {
        builder.AddInMemoryCollection(WellKnownVariables.Read(Environment()));
        return args.Length > 0 ? builder.AddCommandLine(args) : builder;
    }

    /// <summary>A settings file that is not JSON, as a sentence.</summary>
    public static SettingsException Unreadable(InvalidDataException exception) =>
        new([$"{exception.Message.TrimEnd('.')}: {(exception.GetBaseException() is JsonException json ? $"line {json.LineNumber + 1} is not JSON" : exception.GetBaseException().Message)}"]);

    private static Dictionary<string, string> Environment() => System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);
}
