using NemoBot.Checking;
using NemoBot.Core.Storage;
using NemoBot.Hosting;
using NemoBot.Settings;

namespace NemoBot.Terminal;

/// <summary><c>check</c>: verifies all that the bot depends on, also while it runs. Exit code 0 if it can work, 1 if not.</summary>
internal static class CheckVerb
{
    public const string Usage = "nemobot check                            verifies settings, FFmpeg, fonts, disk, tokens, backend and clock";

    private const int Good = 0;
    private const int Bad = 1;

    public static async Task<int> RunAsync()
    {
        IConfigurationRoot configuration;
        try
        {
            configuration = BotConfiguration.LoadUnchecked();
        }
        catch (SettingsException exception)
        {
            exception.Problems.ToList().ForEach(p => Print(Finding.Fail("settings", p)));
            return Bad;
        }

        var settings = CheckSettings(configuration);
        settings.ForEach(Print);
        return settings.Any(f => f.Level == CheckLevel.Fail) || !await CheckAllAsync(configuration).ConfigureAwait(false) ? Bad : Good;
    }

    private static List<Finding> CheckSettings(IConfiguration configuration)
    {
        var problems = SettingsValidator.Validate(configuration);
        problems = problems.Count == 0 && ListenAddresses.RefuseOpen(configuration) is { } open ? [open] : problems;
        return
        [
            problems.Count == 0 ? Finding.Ok("settings", "valid") : Finding.Fail("settings", problems[0]),
            .. problems.Skip(1).Select(p => Finding.Fail("settings", p)),
            .. UnknownSettings.Find(configuration).Select(p => Finding.Warn("settings", p)),
        ];
    }

    /// <summary>Works on scratch folders, so that a bot that runs on the data folder is not disturbed.</summary>
    private static async Task<bool> CheckAllAsync(IConfigurationRoot configuration)
    {
        var scratch = Directory.CreateTempSubdirectory("nemobot-check-").FullName;
        try
        {
            using var host = Build(configuration, scratch);
            await Startup.PrepareAsync(host.Services, CancellationToken.None).ConfigureAwait(false);
            var isGood = true;
            foreach (var check in host.Services.GetServices<ICheck>())
            {
                await foreach (var finding in check.RunAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    Print(finding);
                    isGood &= finding.Level != CheckLevel.Fail;
                }
            }

            return isGood;
        }
        catch (StoreException exception)
        {
            Print(Finding.Fail("store", exception.Message));
            return false;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static WebApplication Build(IConfigurationRoot configuration, string scratch)
    {
        var folder = DataFolder.Find(configuration);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddConfiguration(configuration).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["NemoBot:DataFolder"] = scratch,
            ["NemoBot:Speech:ModelFolder"] = configuration["NemoBot:Speech:ModelFolder"] ?? Path.Combine(folder, "models"),
        });
        builder.Logging.ClearProviders();
        builder.Services.AddBot(builder.Configuration, localFolder: null).AddPlatforms(builder.Configuration.GetSection(SettingsCatalog.Root));
        builder.Services.AddSingleton<RemoteClock>()
            .AddSingleton<ICheck, FfmpegCheck>()
            .AddSingleton<ICheck, FontCheck>()
            .AddSingleton<ICheck, SpeechCheck>()
            .AddSingleton<ICheck>(s => ActivatorUtilities.CreateInstance<DataFolderCheck>(s, folder))
            .AddSingleton<ICheck, PlatformCheck>()
            .AddSingleton<ICheck, BackendCheck>()
            .AddSingleton<ICheck, SkillCheck>()
            .AddSingleton<ICheck, ClockCheck>();
        return builder.Build();
    }

    private static void Print(Finding finding) =>
        Console.WriteLine($"{finding.Level.ToString().ToLowerInvariant(),-5} {finding.Name,-12} {finding.Text}");
}
