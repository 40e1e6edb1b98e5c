using NemoBot.Core.Backend;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Two skills: one for sound, one that takes video too.</summary>
public sealed class FakeSkills : ISkillCatalog
{
    public IReadOnlyList<Skill> All { get; } = [Make("waves", ["mp3", "wav", "m4a", "aac"]), Make("merge", ["mp4", "mov", "mp3"])];

    public Skill Default => All[0];

    public Skill? Find(string name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Skill Make(string name, string[] types) => new()
    {
        Name = name,
        Version = "1.0",
        Source = "unknown",
        Titles = new Dictionary<string, string> { ["en"] = "Skill " + name, ["zh"] = "技能 " + name },
        Greetings = new Dictionary<string, string> { ["en"] = "Hello!", ["zh"] = "你好！" },
        Starters = new Dictionary<string, IReadOnlyList<string>> { ["en"] = ["make a waveform video"], ["zh"] = ["做一个波形视频"] },
        Tips = name == "merge" ? new Dictionary<string, string> { ["en"] = "Send two files." } : [],
        AcceptedTypes = types,
        MaxBytes = 1000,
    };
}
