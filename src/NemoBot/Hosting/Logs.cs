using NemoBot.Settings;

namespace NemoBot.Hosting;

/// <summary>The log on standard output, as lines for people or as JSON.</summary>
internal static class Logs
{
    public static void AddLogs(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        if (IsJson(configuration))
        {
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            });
        }

        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("NemoBot", LogLevel.Information);

        // The key that encrypts tokens is in a separate folder that only the owner can read; no key service exists here.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // What keeps the bot from starting is a sentence on standard error.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }

    public static bool IsJson(IConfiguration configuration) => configuration.GetValue<bool>($"{SettingsCatalog.Root}:{LogOptions.Section}:{nameof(LogOptions.Json)}");
}
