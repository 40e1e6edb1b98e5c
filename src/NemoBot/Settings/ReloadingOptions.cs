using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace NemoBot.Settings;

/// <summary>
/// Settings that may change while the bot runs. A change is logged; one that is not valid is logged and leaves the last valid settings
/// in force, where the framework's own monitor would fail whoever asks next.
/// </summary>
internal sealed partial class ReloadingOptions<TOptions> : IOptionsMonitor<TOptions>, IDisposable
    where TOptions : class
{
    private readonly IOptionsFactory<TOptions> _factory;
    private readonly SettingsSection _section;
    private readonly ILogger _logger;
    private readonly List<IDisposable> _registrations = [];
    private readonly ConcurrentDictionary<int, Action<TOptions, string?>> _listeners = [];
    private TOptions _current;
    private int _lastListener;

    public ReloadingOptions(
        IOptionsFactory<TOptions> factory, IEnumerable<IOptionsChangeTokenSource<TOptions>> sources, ILogger<ReloadingOptions<TOptions>> logger)
    {
        _factory = factory;
        _section = SettingsCatalog.Sections.Single(s => s.Type == typeof(TOptions));
        _logger = logger;
        _current = factory.Create(Options.DefaultName);
        _registrations.AddRange(sources.Select(s => Microsoft.Extensions.Primitives.ChangeToken.OnChange(s.GetChangeToken, Reload)));
    }

    public TOptions CurrentValue => Volatile.Read(ref _current);

    public TOptions Get(string? name) => CurrentValue;

    public IDisposable OnChange(Action<TOptions, string?> listener)
    {
        var id = Interlocked.Increment(ref _lastListener);
        _listeners[id] = listener;
        return new Registration(() => _listeners.TryRemove(id, out _));
    }

    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void Reload()
    {
        try
        {
            var changed = _factory.Create(Options.DefaultName);
            var before = Interlocked.Exchange(ref _current, changed);
            if (LogDifferences(before, changed))
            {
                foreach (var listener in _listeners.Values)
                {
                    listener(changed, Options.DefaultName);
                }
            }
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            LogRefused(_logger, _section.Path, exception.Message);
        }
    }

    private bool LogDifferences(TOptions before, TOptions after)
    {
        var isChanged = false;
        foreach (var setting in SettingsCatalog.Of(_section).Where(s => s.Property.DeclaringType == typeof(TOptions)))
        {
            var (old, now) = (setting.Property.GetValue(before), setting.Property.GetValue(after));
            if (setting.IsList ? SettingsText.Show(old) == SettingsText.Show(now) : Equals(old, now))
            {
                continue;
            }

            isChanged = true;
            var (value, previous) = (Word(setting, now), Word(setting, old));
            LogChanged(_logger, setting.Path, value, previous);
        }

        return isChanged;
    }

    private static string Word(Setting setting, object? value) =>
        setting.IsSecret ? "set" : SettingsText.Show(value) is { Length: > 0 } shown ? shown : "nothing";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Setting} is now {Value} (was {Before})")]
    private static partial void LogChanged(ILogger logger, string setting, string value, string before);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change of {Section} is not used, the last valid settings stay: {Problem}")]
    private static partial void LogRefused(ILogger logger, string section, string problem);

    private sealed class Registration(Action dispose) : IDisposable
    {
        public void Dispose() => dispose();
    }
}
