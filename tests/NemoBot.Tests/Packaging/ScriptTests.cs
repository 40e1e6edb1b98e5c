using System.Diagnostics;
using System.Text.RegularExpressions;
using NemoBot.Settings;
using Xunit;

namespace NemoBot.Tests.Packaging;

/// <summary>Scripts, image and workflow: what can be said of them without an engine that runs them.</summary>
public sealed partial class ScriptTests
{
    public static TheoryData<string> Scripts => [".ci/run", "src/run.sh", "src/setup.sh", "src/publish.sh", "tests/run.sh", "tests/image.sh", "tests/cluster.sh"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_is_correct_bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-n", Repository.At(script)]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, errors));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_has_unix_line_ends(string script) =>
        Assert.DoesNotContain('\r', File.ReadAllText(Repository.At(script)));

    [Fact]
    public void The_image_is_built_from_paths_that_exist()
    {
        var copied = File.ReadLines(Repository.At("Dockerfile"))
            .Where(l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1])
            .Where(w => !w.StartsWith("--", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Repository.At(path)), path));
    }

    [Fact]
    public void The_image_runs_as_a_user_with_its_data_in_a_volume_and_asks_the_bot_for_its_health()
    {
        var lines = File.ReadAllLines(Repository.At("Dockerfile"));
        Assert.Contains(lines, l => l.StartsWith("USER ", StringComparison.Ordinal) && !l.Contains("root", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("VOLUME ", StringComparison.Ordinal) && l.Contains("/data", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_in_the_documents_is_a_setting()
    {
        var files = Repository.Files("docs", "*").Where(f => !f.EndsWith(".png", StringComparison.Ordinal)).Append("README.md").Append("Dockerfile");
        var known = SettingsCatalog.All.Select(s => s.Variable).ToHashSet(StringComparer.Ordinal);
        var unknown = files
            .SelectMany(f => Variable().Matches(File.ReadAllText(Repository.At(f))).Select(m => (File: f, Name: m.Value)))
            .Where(v => !known.Contains(v.Name.Replace("_FILE", "", StringComparison.Ordinal)));
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("bot.yml", "bot")]
    [InlineData("telegram-server.yml", "telegram", "bot")]
    public void A_compose_file_is_yaml_and_names_its_services(string file, params string[] services)
    {
        using var reader = File.OpenText(Repository.At("docs/compose/" + file));
        var document = new YamlDotNet.Serialization.Deserializer().Deserialize<Dictionary<string, Dictionary<string, object?>>>(reader);
        Assert.Equal(services, document["services"].Keys);
        Assert.Contains("volumes", document.Keys);
    }

    [Fact]
    public void The_workflow_runs_the_script_that_everybody_runs()
    {
        var workflow = File.ReadAllText(Repository.At(".github/workflows/ci.yml"));
        Assert.Contains("run: bash .ci/run", workflow, StringComparison.Ordinal);
        Assert.Contains("tests/run.sh", File.ReadAllText(Repository.At(".ci/run")), StringComparison.Ordinal);
        Assert.All(
            RepositoryPath().Matches(workflow).Select(m => m.Value),
            path => Assert.True(Path.Exists(Repository.At(path)), path));
    }

    [Fact]
    public void The_readme_starts_with_the_two_commands()
    {
        var readme = Repository.At("README.md");
        Assert.SkipUnless(File.Exists(readme), "There is no README yet.");
        var top = string.Join('\n', File.ReadLines(readme).Take(30));
        Assert.Contains("bash src/run.sh", top, StringComparison.Ordinal);
        Assert.Contains("bash tests/run.sh", top, StringComparison.Ordinal);
    }

    [GeneratedRegex("NEMOBOT__[A-Za-z0-9]+(?:__[A-Za-z0-9]+)*(?:_FILE)?")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<![\w./])(?:src|tests|\.ci)/[\w./-]+")]
    private static partial Regex RepositoryPath();
}
