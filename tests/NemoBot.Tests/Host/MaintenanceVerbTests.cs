using System.Diagnostics;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>Backup and restore from the command line: beside the running bot, and without one.</summary>
public sealed class MaintenanceVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_beside_the_running_bot_is_restored_beside_it_and_without_it()
    {
        await using var bot = await HostProcess.StartAsync([]);
        var data = Path.Combine(bot.Folder, "data");
        var backup = Path.Combine(bot.Folder, "backups", "one.litedb");
        await bot.SayAsync("/help");
        await bot.WaitAsync(m => HostProcess.Has(m, "text", "/make"));
        var before = await bot.ReadAsync();
        await RunAsync(data, 0, "backup", backup);

        await bot.SayAsync("/skill");
        await bot.WaitAsync(m => HostProcess.Has(m, "user", "/skill"));
        await RunAsync(data, 0, "restore", backup);
        Assert.Equal(before.Select(m => m.ToString()), (await bot.ReadAsync()).Select(m => m.ToString()));
        Assert.Contains("is not a backup", await RunAsync(data, 3, "restore", Path.Combine(AppContext.BaseDirectory, "NemoBot.dll")), StringComparison.Ordinal);
        Assert.Contains("There is no file", await RunAsync(data, 3, "restore", backup + ".missing"), StringComparison.Ordinal);

        await bot.KillAsync();
        await File.WriteAllTextAsync(Path.Combine(data, "nemobot.litedb"), "rubbish", Stop);
        await RunAsync(data, 0, "restore", backup);
        await RunAsync(data, 0, "backup", backup);
        await bot.StartAsync();
        Assert.Equal(before.Select(m => m.ToString()), (await bot.ReadAsync()).Select(m => m.ToString()));
    }

    [Fact]
    public async Task A_second_bot_on_the_same_folder_ends_with_a_sentence_and_health_tells_whether_one_answers()
    {
        await using var bot = await HostProcess.StartAsync([]);
        await RunAsync(Path.GetTempPath(), 0, "health", "--urls", bot.Http.BaseAddress!.AbsoluteUri);
        await RunAsync(Path.GetTempPath(), 1, "health", "--urls", "http://127.0.0.1:1");
        Assert.Contains("only one bot may run on a data folder", await RunAsync(Path.Combine(bot.Folder, "data"), 1, "--urls", "http://127.0.0.1:0"), StringComparison.Ordinal);
        await bot.SayAsync("/help");
        await bot.WaitAsync(m => HostProcess.Has(m, "text", "/make"));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore", "a", "b")]
    public async Task Wrong_arguments_are_told(params string[] arguments) =>
        Assert.Contains("nemobot backup FILE", await RunAsync(Path.GetTempPath(), 2, arguments), StringComparison.Ordinal);

    private static async Task<string> RunAsync(string data, int code, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEMOBOT__DataFolder"] = data;
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        var said = string.Concat(texts);
        Assert.True(process.ExitCode == code, $"exit code {process.ExitCode}: {said}");
        return said;
    }
}
