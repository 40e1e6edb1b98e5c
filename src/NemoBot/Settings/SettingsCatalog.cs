using System.Collections.Concurrent;
using System.Reflection;
using NemoBot.Core.Access;
using NemoBot.Core.Budgets;
using NemoBot.Core.Media;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;
using NemoBot.LocalNemo.Settings;
using NemoBot.Media.Processes;
using NemoBot.Nemo.Settings;
using NemoBot.Speech.Settings;
using NemoBot.Storage.Settings;
using NemoBot.Telegram.Settings;
using NemoBot.Web.Settings;

namespace NemoBot.Settings;

/// <summary>All settings below <c>NemoBot</c>, read from the options classes.</summary>
internal static class SettingsCatalog
{
    /// <summary>The root section.</summary>
    public const string Root = "NemoBot";

    /// <summary>All sections, the ones that people set first at the top. An options class that is bound and not listed fails a test.</summary>
    public static IReadOnlyList<SettingsSection> Sections { get; } =
    [
        new("", typeof(BotOptions), Reloads: false),
        new(LogOptions.Section, typeof(LogOptions), Reloads: false),
        new("Web", typeof(WebChatOptions), Reloads: false),
        new("Telegram", typeof(TelegramOptions), Reloads: false),
        new("Discord", typeof(DiscordOptions), Reloads: false),
        new("Nemo", typeof(NemoOptions), Reloads: false),
        new("Access", typeof(AccessOptions), Reloads: true),
        new("Budget", typeof(BudgetOptions), Reloads: true),
        new("Engine", typeof(EngineOptions), Reloads: true),
        new("Status", typeof(LiveStatusOptions), Reloads: true),
        new("Rendering", typeof(RenderOptions), Reloads: true),
        new("Delivery", typeof(DeliveryOptions), Reloads: true),
        new("Files", typeof(UploadOptions), Reloads: true),
        new("Work", typeof(WorkOptions), Reloads: false),
        new("Media", typeof(MediaOptions), Reloads: false),
        new("LocalNemo", typeof(LocalNemoOptions), Reloads: false),
        new("Understanding", typeof(UnderstandingOptions), Reloads: false),
        new("Speech", typeof(SpeechOptions), Reloads: false),
        new("Storage", typeof(StorageOptions), Reloads: false),
        new("Vault", typeof(VaultOptions), Reloads: false),
        new("Claims", typeof(ClaimOptions), Reloads: false),
        new("Cluster", typeof(ClusterOptions), Reloads: false),
    ];

    private static readonly ConcurrentDictionary<SettingsSection, IReadOnlyList<Setting>> BySection = new();

    /// <summary>All settings in the order of the sections and of the properties.</summary>
    public static IReadOnlyList<Setting> All => [.. Sections.SelectMany(Of)];

    /// <summary>The settings of a section, read when they are first asked for: a start needs those of the sections in its settings.</summary>
    public static IReadOnlyList<Setting> Of(SettingsSection section) =>
        BySection.GetOrAdd(section, s => [.. Read(s, s.Path, Activator.CreateInstance(s.Type)!)]);

    private static IEnumerable<Setting> Read(SettingsSection section, string path, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var setting = new Setting(section, $"{path}:{property.Name}", property, property.GetValue(options));
            if (Sections.Any(s => s.Type == property.PropertyType) || setting.Path == $"{Root}:{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}")
            {
                continue; // set elsewhere: in a section of its own, or at the top
            }

            if (setting.Default is { } nested && nested.GetType().Assembly.GetName().Name!.StartsWith(Root, StringComparison.Ordinal) && !setting.Type.IsEnum)
            {
                foreach (var inner in Read(section, setting.Path, nested))
                {
                    yield return inner;
                }
            }
            else if (property.SetMethod is { IsPublic: true } || setting.IsList)
            {
                yield return setting;
            }
        }
    }
}
