using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Settings;

namespace NemoBot.Hosting;

/// <summary>What keeps the bot or a verb from starting, as a sentence for whoever started it.</summary>
internal static class StartProblem
{
    /// <summary>Returns the sentence, or null for a defect of the program, which keeps its stack trace.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        InvalidDataException unreadable => BotConfiguration.Unreadable(unreadable).Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        IOException { InnerException: AddressInUseException } => $"{exception.Message} Name another one with --urls or ASPNETCORE_URLS, for example http://127.0.0.1:5081.",
        UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException => $"{exception.Message} The data folder is named by NemoBot:DataFolder (NEMOBOT__DataFolder).",
        SettingsException or PlatformStartException or StoreException or IOException or InvalidOperationException => exception.Message,
        _ => null,
    };
}
