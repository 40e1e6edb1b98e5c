using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NemoBot.Speech.Protocol;
using NemoBot.Speech.Recognition;

namespace NemoBot.Speech.Worker;

/// <summary>A running worker. It is killed on disposal, when it says nothing for too long, and when it uses too much memory.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan MemoryCheckEvery = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenRegistration _onSilence;
    private readonly ITimer _memoryTimer;
    private readonly TimeSpan _silenceLimit;
    private SpeechProblem? _killedFor;

    private WorkerProcess(Process process, TimeSpan silenceLimit, long memoryLimit, TimeProvider clock)
    {
        (_process, _silenceLimit) = (process, silenceLimit);
        _silence = new CancellationTokenSource(silenceLimit, clock);
        _onSilence = _silence.Token.Register(() => Kill(SpeechProblem.TimedOut));
        _memoryTimer = clock.CreateTimer(_ => CheckMemory(memoryLimit), null, MemoryCheckEvery, MemoryCheckEvery);
    }

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts one and gives it its request.</summary>
    public static async Task<WorkerProcess> StartAsync(
        IReadOnlyList<string> command, WorkerRequest request, TimeSpan silenceLimit, long memoryLimit, TimeProvider clock)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables(request.Threads))
        {
            info.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new SpeechException(SpeechProblem.Unsupported, e.Message);
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var worker = new WorkerProcess(process, silenceLimit, memoryLimit, clock);
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request, WorkerJson.Default.WorkerRequest)).ConfigureAwait(false);
            await process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It is gone already; reading its lines says why.
        }

        return worker;
    }

    /// <summary>The next line; null at the end.</summary>
    public async Task<WorkerMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            _silence.CancelAfter(_silenceLimit);
            if (line.StartsWith('{') && Parse(line) is { } message)
            {
                return message;
            }
        }

        return null;
    }

    /// <summary>A worker that is killed while it writes leaves half a line: its end says more than that.</summary>
    private static WorkerMessage? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Waits for the end and gives its reason; null if it ended well.</summary>
    public async Task<SpeechProblem?> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return _killedFor ?? _process.ExitCode switch
        {
            0 => null,
            137 => SpeechProblem.OutOfMemory,
            132 => SpeechProblem.Unsupported,
            _ => SpeechProblem.Crashed,
        };
    }

    public void Dispose()
    {
        _memoryTimer.Dispose();
        _onSilence.Dispose();
        Kill(null);
        _silence.Dispose();
        _process.Dispose();
    }

    private static IEnumerable<(string Name, string Value)> Variables(int threads) =>
    [
        ("GGML_NO_BACKTRACE", "1"), // a crash would start a debugger
        ("OMP_WAIT_POLICY", "passive"), // idle threads would spin
        ("OMP_NUM_THREADS", threads.ToString(CultureInfo.InvariantCulture)),
        ("MALLOC_ARENA_MAX", "1"), // memory would grow with every call
        ("DOTNET_gcServer", "0"),
        ("DOTNET_GCHeapHardLimit", "20000000"), // 512 MB, hexadecimal
        ("DOTNET_DbgEnableMiniDump", "0"),
        ("DOTNET_TieredPGO", "0"),
    ];

    /// <summary>Resident memory, as Linux counts it.</summary>
    private void CheckMemory(long limit)
    {
        try
        {
            var pages = File.ReadAllText($"/proc/{_process.Id}/statm").Split(' ')[1];
            if (long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize > limit)
            {
                Kill(SpeechProblem.OutOfMemory);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException or IndexOutOfRangeException)
        {
            // It ended, or this is not Linux.
        }
    }

    private void Kill(SpeechProblem? reason)
    {
        try
        {
            if (!_process.HasExited)
            {
                _killedFor ??= reason;
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended by itself in this moment, or one of its children did.
        }
    }
}
