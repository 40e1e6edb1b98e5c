using System.Diagnostics;

namespace NemoBot.Browser.Support;

/// <summary>The whole bot as a process of its own, with its own data, at a free port.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Ready = "NemoBot is ready: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-host-");
    private Process? _process;

    public string Address { get; private set; } = "";

    public static async Task<HostProcess> StartAsync(Dictionary<string, string>? settings = null)
    {
        var host = new HostProcess();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NemoBot.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = host._folder.FullName,
        };
        start.Environment["NEMOBOT__DataFolder"] = host._folder.FullName;
        foreach (var (name, value) in settings ?? [])
        {
            start.Environment[name] = value;
        }

        host._process = Process.Start(start)!;
        host._process.ErrorDataReceived += (_, _) => { };
        host._process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await host._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                host.Address = line[Ready.Length..].Split(' ')[0];
                _ = host._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return host;
            }
        }

        throw new InvalidOperationException("The bot ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
