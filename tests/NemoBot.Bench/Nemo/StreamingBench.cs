using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Nemo;
using NemoBot.Nemo.Settings;

namespace NemoBot.Bench.Nemo;

/// <summary>How much an upload and a download of 500 MB raise the memory of the process (the stand-in server's share included).</summary>
internal static class StreamingBench
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>The first argument is the number of megabytes.</summary>
    public static async Task RunAsync(string[] args)
    {
        var size = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500) * 1024L * 1024;
        await using var app = Serve(size);
        await app.StartAsync();
        var connection = new NemoConnection { Traits = new BackendTraits { Name = "cloud", ChargesCredits = true }, Api = new Uri(app.Urls.First()), Token = "nmv_usr_bench" };
        using var backend = new NemoBackend(connection, new NoAccounts(), new NoProtector(), TimeProvider.System, NullLoggerFactory.Instance);
        var caller = new BackendCaller(Accounts.Default, Skill());

        // Warm, so that code and pools are not counted.
        await UploadAsync(backend, caller, 1024 * 1024);
        await MeasureAsync("upload", size, () => UploadAsync(backend, caller, size));
        await MeasureAsync("download", size, () => DownloadAsync(backend, caller));
    }

    private static async Task MeasureAsync(string name, long size, Func<Task> transfer)
    {
        GC.Collect();
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = Status("VmRSS");
        var start = TimeProvider.System.GetTimestamp();
        await transfer();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{name} of {size >> 20} MB: peak memory +{(Status("VmHWM") - before) / 1024.0:F1} MB, {(size >> 20) / seconds:F0} MB/s");
    }

    private static long Status(string field) => long.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private static async Task UploadAsync(NemoBackend backend, BackendCaller caller, long size)
    {
        var source = new UploadSource("a.mp3", "audio/mpeg", size, _ => Task.FromResult<Stream>(new Zeros(size)));
        await backend.UploadAsync(caller, "1", [source], null, default);
    }

    private static async Task DownloadAsync(NemoBackend backend, BackendCaller caller)
    {
        var target = Path.Combine(Path.GetTempPath(), $"nemo-bench-{Environment.ProcessId}.mp4");
        try
        {
            await backend.DownloadAsync(caller, "render_1", null, target, null, default);
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static WebApplication Serve(long size)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        app.Run(async context =>
        {
            var buffer = new byte[ChunkBytes];
            if (context.Request.Method == "POST")
            {
                while (await context.Request.Body.ReadAsync(buffer) > 0)
                {
                }

                await context.Response.WriteAsync("{\"code\":0,\"data\":{\"files\":[]}}");
                return;
            }

            context.Response.ContentType = "video/mp4";
            context.Response.ContentLength = size;
            for (var sent = 0L; sent < size; sent += buffer.Length)
            {
                await context.Response.Body.WriteAsync(buffer);
            }
        });
        return app;
    }

    private static Skill Skill() => new()
    {
        Name = "bench",
        Version = "1",
        Source = "unknown",
        Titles = new Dictionary<string, string>(),
        Greetings = new Dictionary<string, string>(),
        Starters = new Dictionary<string, IReadOnlyList<string>>(),
        AcceptedTypes = ["mp3"],
        MaxBytes = long.MaxValue,
    };

    private sealed class NoAccounts : IAccountStore
    {
        public Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken) => Task.FromResult<AccountRecord?>(null);

        public Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DeleteAccountAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoProtector : ISecretProtector
    {
        public string Protect(string secret) => secret;

        public string? Unprotect(string secret) => secret;
    }

    private sealed class Zeros(long size) : MemoryStream
    {
        private long _left = size;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(_left, buffer.Length);
            buffer.Span[..count].Clear();
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
