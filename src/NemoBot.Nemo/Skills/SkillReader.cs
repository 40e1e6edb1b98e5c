using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Skills;

/// <summary>Reads the skills that come with the product, then those of the operator's folder, which replace by name.</summary>
internal sealed partial class SkillReader(NemoOptions options, ILogger logger)
{
    private const string ResourcePrefix = "NemoBot.Nemo.Skills.";
    private const string Unknown = "unknown";

    public List<Skill> Read()
    {
        var skills = new List<Skill>();
        foreach (var (name, text) in Resources())
        {
            Add(skills, name, text, options.SkillSource ?? Unknown);
        }

        foreach (var path in Files(options.SkillsFolder))
        {
            Load(skills, path, options.SkillSource ?? PlatformOf(path));
        }

        return skills;
    }

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
        var assembly = typeof(SkillReader).Assembly;
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

    private void Load(List<Skill> skills, string path, string source)
    {
        try
        {
            Add(skills, path, File.ReadAllText(path), source);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogBroken(path, failure.Message);
        }
    }

    private void Add(List<Skill> skills, string place, string text, string source)
    {
        try
        {
            var skill = SkillFile.Parse(text, source);
            var known = skills.FindIndex(s => s.Name.Equals(skill.Name, StringComparison.OrdinalIgnoreCase));
            if (known >= 0)
            {
                skills[known] = skill;
            }
            else
            {
                skills.Add(skill);
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
