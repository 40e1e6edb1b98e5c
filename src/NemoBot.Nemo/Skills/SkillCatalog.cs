using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Skills;

/// <summary>The skills of the product and of the operator's folder. A change in the folder takes effect when skills are next asked for.</summary>
internal sealed partial class SkillCatalog : ISkillCatalog, IDisposable
{
    private readonly NemoOptions _options;
    private readonly SkillReader _reader;
    private readonly ILogger _logger;
    private readonly FileSystemWatcher? _watcher;
    private readonly Lock _gate = new();
    private List<Skill>? _skills;
    private int _isStale;

    /// <param name="options">The folder, the default skill, and the platform to report.</param>
    /// <param name="logger">Logs which file is broken, and how.</param>
    public SkillCatalog(IOptions<NemoOptions> options, ILogger<SkillCatalog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _logger = logger;
        _reader = new SkillReader(_options, logger);
        _watcher = Watch(_options.SkillsFolder);

        // Who has skills of his own wants to hear at the start what is wrong with them; those of the product are read when they are needed.
        _skills = string.IsNullOrWhiteSpace(_options.SkillsFolder) ? null : _reader.Read();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Skill> All => Current();

    /// <inheritdoc/>
    public Skill Default => Find(_options.DefaultSkill) ?? Current()[0];

    /// <inheritdoc/>
    public Skill? Find(string name) => Current().Find(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Dispose() => _watcher?.Dispose();

    private List<Skill> Current()
    {
        lock (_gate)
        {
            if (Interlocked.Exchange(ref _isStale, 0) == 1)
            {
                _skills = _reader.Read();
                LogRead(_skills.Count);
            }

            return _skills ??= _reader.Read();
        }
    }

    private FileSystemWatcher? Watch(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => MarkStale();
            watcher.Created += (_, _) => MarkStale();
            watcher.Deleted += (_, _) => MarkStale();
            watcher.Renamed += (_, _) => MarkStale();
            watcher.Error += (_, _) => MarkStale();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException failure)
        {
            LogNotWatched(folder, failure.Message);
            return null;
        }
    }

    private void MarkStale() => Interlocked.Exchange(ref _isStale, 1);

    [LoggerMessage(Level = LogLevel.Information, Message = "The skills folder changed: {Count} skills are in use")]
    private partial void LogRead(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of the skills folder {Folder} need a restart: {Reason}")]
    private partial void LogNotWatched(string folder, string reason);
}
