using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NemoBot.Tests.Support;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(NemoBot.Tests.Storage.Postgres.PostgresServerEnd))]

namespace NemoBot.Tests.Storage.Postgres;

/// <summary>
/// A PostgreSQL cluster of its own in a temporary folder, started when a test first asks for it. The server ends when its shell's input
/// does, so that it does not outlive a test process that was killed.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "nemobot";
    public const string Password = "open-sesame-17";

    private static readonly Lock Gate = new();
    private static Task<PostgresServer>? _shared;
    private static int _names;
    private readonly string _folder;
    private Process _shell;

    private PostgresServer(string folder, int port) => (_folder, Port, _shell) = (folder, port, Run(folder, port));

    public int Port { get; }

    /// <summary>The server that all tests of this process share.</summary>
    public static Task<PostgresServer> SharedAsync()
    {
        lock (Gate)
        {
            return _shared ??= StartAsync();
        }
    }

    /// <summary>Ends the shared server, if a test has started it.</summary>
    public static async Task EndSharedAsync()
    {
        if (_shared is { } started)
        {
            await (await started).DisposeAsync();
        }
    }

    /// <summary>Starts a server.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-pg-").FullName;
        var port = FreePort();
        var programs = Programs();
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), Password);
        await RunAsync("chown", ["-R", Account(), folder], isNeeded: Environment.IsPrivilegedProcess);
        await RunAsync(
            programs + "initdb",
            ["-D", Path.Combine(folder, "data"), "-U", User, "--pwfile", Path.Combine(folder, "password"), "-A", "scram-sha-256", "-E", "UTF8", "--no-locale", "-N"]);
        var server = new PostgresServer(folder, port);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>A connection string to a schema of its own.</summary>
    public string NewSchema() => Connection("postgres", $"test_{Interlocked.Increment(ref _names)}");

    public string Connection(string database, string schema, string user = User, string password = Password) =>
        $"Host=127.0.0.1;Port={Port};Database={database};Username={user};Password={password};Search Path={schema};Maximum Pool Size=10";

    /// <summary>Runs a statement as the owner of the server.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", "public") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends all connections and the server; what it holds stays.</summary>
    public async Task StopAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    /// <summary>Starts it again at the same address.</summary>
    public Task StartAgainAsync()
    {
        _shell = Run(_folder, Port);
        return WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Run(string folder, int port)
    {
        var postgres = $"'{Programs()}postgres'";
        var user = Environment.IsPrivilegedProcess ? $"setpriv --reuid={Account()} --regid={Account()} --clear-groups " : "";
        var command = $"{user}{postgres} -D '{folder}/data' -h 127.0.0.1 -p {port} -k '{folder}' -c fsync=off -c max_connections=200 >>'{folder}/log' 2>&1 & pid=$!; cat >/dev/null; kill -INT $pid; wait $pid";
        return Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardInput = true })!;
    }

    /// <summary>Where the server's programs are: Debian keeps them out of the path.</summary>
    private static string Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin") + "/").Where(d => File.Exists(d + "postgres")).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return debian ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(d => File.Exists(Path.Combine(d, "postgres"))).Select(d => d + "/").FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL is missing: apt-get install postgresql");
    }

    /// <summary>PostgreSQL refuses to run as root: it gets an account without rights.</summary>
    private static string Account() => File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static async Task RunAsync(string program, string[] arguments, bool isNeeded = true)
    {
        if (!isNeeded)
        {
            return;
        }

        var start = Environment.IsPrivilegedProcess && program != "chown"
            ? new ProcessStartInfo("setpriv", ["--reuid=" + Account(), "--regid=" + Account(), "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Concat(output));
    }

    private async Task WaitUntilReadyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_shell.HasExited)
            {
                // It is still starting.
            }
        }
    }
}
