using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Nemo;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Skills;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>Skill files and settings.</summary>
public sealed class SkillTests : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemo-skills-");
    private readonly LogCollector _logs = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a2e-ai", 500, "mp3 wav aac m4a")]
    [InlineData("audio-upload-aioz", 200, "mp3 wav aac m4a")]
    [InlineData("audio-video-to", 500, "mp4 mov avi mp3")]
    [InlineData("music-to-ai", 200, "mp3 wav aac flac")]
    public void Four_come_with_the_product(string name, long megabytes, string types)
    {
        var catalog = Catalog(null);
        var skill = catalog.Find(name.ToUpperInvariant())!;
        Assert.Equal(4, catalog.All.Count);
        Assert.Equal("audio-upload-aioz", catalog.Default.Name);
        Assert.Equal((megabytes * Megabyte, types, "unknown"), (skill.MaxBytes, string.Join(' ', skill.AcceptedTypes), skill.Source));
        foreach (var language in (string[])["en", "zh"])
        {
            Assert.NotEmpty(skill.Titles[language]);
            Assert.NotEmpty(skill.Greetings[language]);
            Assert.NotEmpty(skill.Starters[language]);
            Assert.NotEmpty(skill.Tips[language]);
        }
    }

    [Fact]
    public void A_folder_adds_replaces_and_its_broken_files_are_named()
    {
        Write("own.md", "---\nname: own\nversion: 1.10\ndescription: Says hello\nmax_size: 1 GB\nusual_duration: 90 s\n---\nbody");
        Write(".clawhub/skills/x/SKILL.md", "\uFEFF---\r\nname: a2e-ai\r\nversion: \"2.0\"\r\naccepts: [.MP3]\r\n---\r\n");
        Write(".cursor/skills/y.md", "---\nname: third\nversion: 3\n---");
        Write("broken1.md", "no front matter");
        Write("broken2.md", "---\nname: [\n---\n");
        Write("broken3.md", "---\nname: bad name\nversion: 1\n---\n");
        Write("broken4.md", "---\nname: x\nversion: 1\nmax_size: lots\n---\n");
        Write("notes.txt", "not looked at");
        var catalog = Catalog(_folder.FullName);
        Assert.Equal(["a2e-ai", "audio-upload-aioz", "audio-video-to", "music-to-ai", "third", "own"], catalog.All.Select(s => s.Name));
        Assert.Equal(("2.0", "clawhub", "mp3"), (catalog.Find("a2e-ai")!.Version, catalog.Find("a2e-ai")!.Source, string.Join(' ', catalog.Find("a2e-ai")!.AcceptedTypes)));
        Assert.Equal(("3", "cursor"), (catalog.Find("third")!.Version, catalog.Find("third")!.Source));
        Assert.Equal(("1.10", 1024 * Megabyte, TimeSpan.FromSeconds(90), "Says hello"), (catalog.Find("own")!.Version, catalog.Find("own")!.MaxBytes, catalog.Find("own")!.UsualDuration, catalog.Find("own")!.Greetings["en"]));
        Assert.Equal(4, _logs.Lines.Count);
        Assert.All(Enumerable.Range(1, 4), i => Assert.Contains(_logs.Lines, l => l.Contains($"broken{i}.md", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("NEMO_TOKEN=nmv_usr_1", true)]
    [InlineData("NEMO_API_URL=http://127.0.0.1:9/", true)]
    [InlineData("NEMO_TOKEN= ", false)]
    [InlineData("NemoBot:Nemo:ApiBaseUrl=http://127.0.0.1:9/", true)]
    [InlineData("NemoBot:Nemo:ApiBaseUrl=https://mega-api-prod.nemovideo.ai/", false)]
    [InlineData("NemoBot:Nemo:Backend=cloud", true)]
    [InlineData("NemoBot:Nemo:Backend=local;NEMO_TOKEN=nmv_usr_1", false)]
    public void The_backend_is_chosen_in_words_or_by_what_is_set(string? settings, bool cloud)
    {
        Assert.Equal(cloud, Options(settings).UsesCloud);
    }

    [Fact]
    public void Variables_win_and_limits_are_read()
    {
        var options = Options("NemoBot:Nemo:ApiBaseUrl=http://a/;NEMO_API_URL=http://b/x;NEMO_CLIENT_ID=me;SKILL_SOURCE=shop;NemoBot:Nemo:Limits:BreakTime=00:00:05");
        Assert.Equal("http://b/x", options.Cloud().Api.AbsoluteUri);
        Assert.Equal(("me", "shop", TimeSpan.FromSeconds(5)), (options.ClientId, options.SkillSource, options.Limits.BreakTime));
        Assert.DoesNotContain("nmv_", Options("NEMO_TOKEN=nmv_usr_1").Cloud().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NemoBot:Nemo:Backend=moon")]
    [InlineData("NEMO_API_URL=not an address")]
    [InlineData("NEMO_API_URL=ftp://x/")]
    [InlineData("NEMO_TOKEN=two words")]
    [InlineData("NemoBot:Nemo:Limits:Retries=-1")]
    public void Wrong_settings_stop_the_start(string settings)
    {
        Assert.Throws<OptionsValidationException>(() => Options(settings));
    }

    [Fact]
    public async Task A_changed_folder_is_read_again_without_a_restart()
    {
        Write("one.md", "---\nname: one\nversion: 1\n---\nText");
        using var catalog = Catalog(_folder.FullName);
        Assert.NotNull(catalog.Find("one"));
        Assert.Null(catalog.Find("two"));
        Write("two.md", "---\nname: two\nversion: 1\n---\nText");
        File.Delete(Path.Combine(_folder.FullName, "one.md"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (catalog.Find("two") is null || catalog.Find("one") is not null)
        {
            Assert.True(watch.Elapsed < Patience.Limit, "The change was not seen.");
            await Task.Yield();
        }

        Assert.Contains(_logs.Lines, l => l.Contains("The skills folder changed", StringComparison.Ordinal));
    }

    private static NemoOptions Options(string? settings)
    {
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection((settings ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => KeyValuePair.Create(s.Split('=')[0], (string?)s.Split('=')[1])))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddNemo(root.GetSection("NemoBot:Nemo"), root).BuildServiceProvider();
        return services.GetRequiredService<IOptions<NemoOptions>>().Value;
    }

    private SkillCatalog Catalog(string? folder) =>
        new SkillCatalog(Microsoft.Extensions.Options.Options.Create(new NemoOptions { SkillsFolder = folder }), new Logger<SkillCatalog>(_logs));

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
