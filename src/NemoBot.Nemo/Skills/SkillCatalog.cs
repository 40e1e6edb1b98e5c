using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Skills;

/// <summary>The skills that come with the product, then those of the operator's folder, which replace by name.</summary>
public sealed partial class SkillCatalog : ISkillCatalog
{
    private const string ResourcePrefix = "NemoBot.Nemo.Skills.";
    private const string Unknown = "unknown";

    private readonly List<Skill> _skills = [];
    private readonly ILogger _logger;

    /// <param name="options">The folder, the default skill, and the platform to report.</param>
    /// <param name="logger">Told which file is broken, and how.</param>
    public SkillCatalog(IOptions<NemoOptions> options, ILogger<SkillCatalog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _logger = logger;
        var settings = options.Value;
        foreach (var (name, text) in Resources())
        {
            Add(name, text, settings.SkillSource ?? Unknown);
        }

        foreach (var path in Files(settings.SkillsFolder))
        {
            Load(path, settings.SkillSource ?? PlatformOf(path));
        }

        Default = Find(settings.DefaultSkill) ?? _skills[0];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Skill> All => _skills;

    /// <inheritdoc/>
    public Skill Default { get; }

    /// <inheritdoc/>
    public Skill? Find(string name) => _skills.Find(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>For what a skill is installed, by the place of its file.</summary>
    internal static string PlatformOf(string path)
    {
        var place = Path.GetFullPath(path).Replace('\\', '/');
        return place.Contains("/.clawhub/", StringComparison.OrdinalIgnoreCase) ? "clawhub"
            : place.Contains("/.cursor/skills/", StringComparison.OrdinalIgnoreCase) ? "cursor"
            : Unknown;
    }

    private static IEnumerable<(string Name, string Text)> Resources()
    {
        var assembly = typeof(SkillCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private IEnumerable<string> Files(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return [];
        }

        if (!Directory.Exists(folder))
        {
            LogNoFolder(folder);
            return [];
        }

        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        return Directory.EnumerateFiles(folder, "*.md", everywhere).Order(StringComparer.Ordinal);
    }

    private void Load(string path, string source)
    {
        try
        {
            Add(path, File.ReadAllText(path), source);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogBroken(path, failure.Message);
        }
    }

    private void Add(string place, string text, string source)
    {
        try
        {
            var skill = SkillFile.Parse(text, source);
            var known = _skills.FindIndex(s => s.Name.Equals(skill.Name, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
            {
                _skills[known] = skill;
            }
            else
            {
                _skills.Add(skill);
            }
        }
        catch (FormatException broken)
        {
            LogBroken(place, broken.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The skill file {Path} is not used: {Reason}")]
    private partial void LogBroken(string path, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of skills {Folder} does not exist")]
    private partial void LogNoFolder(string folder);
}
