using System.Diagnostics;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>Starts FFmpeg and ffprobe: at low priority, without a shell, without a terminal, and so that they die with the bot.</summary>
public sealed class MediaProcesses(IOptions<MediaOptions> options, TimeProvider clock) : IDisposable
{
    private readonly StarterThread _starter = new();
    private readonly string? _nice = ToolLocator.Find("nice");
    private readonly string? _setpriv = OperatingSystem.IsLinux() ? ToolLocator.Find("setpriv") : null;

    /// <summary>The settings it works by.</summary>
    public MediaOptions Options => options.Value;

    /// <summary>Starts a process that the caller feeds, reads and disposes.</summary>
    /// <exception cref="MediaException">It cannot be started.</exception>
    public async Task<MediaProcess> StartAsync(MediaCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        var info = Describe(command);
        try
        {
            var process = await _starter.RunAsync(() => Process.Start(info)!).ConfigureAwait(false);
            return new MediaProcess(process, command, clock, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new MediaException(MediaProblem.ToolMissing, $"{command.Tool} does not start: {e.Message}");
        }
    }

    /// <summary>Runs a process to its end and gives what it wrote, which must be short: at most <paramref name="mostBytes"/>.</summary>
    public async Task<byte[]> ReadAsync(MediaCommand command, int mostBytes, CancellationToken cancellationToken)
    {
        await using var process = await StartAsync(command, cancellationToken).ConfigureAwait(false);
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await process.Output.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
        {
            if (all.Length + read > mostBytes)
            {
                throw new MediaException(MediaProblem.Unreadable, $"{command.Tool} wrote more than {mostBytes} bytes.");
            }

            all.Write(buffer, 0, read);
        }

        await process.WaitAsync().ConfigureAwait(false);
        return all.ToArray();
    }

    /// <summary>Runs FFmpeg with <see cref="FfmpegArguments.Progress"/> to its end.</summary>
    /// <param name="command">What.</param>
    /// <param name="duration">Length of what it makes; zero: unknown, no progress.</param>
    /// <param name="progress">0 to 1, never falling.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>How much it has made.</returns>
    public async Task<TimeSpan> RunAsync(MediaCommand command, TimeSpan duration, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await using var process = await StartAsync(command, cancellationToken).ConfigureAwait(false);
        var made = await ProgressReader.ReadAsync(process.Output, duration, progress).ConfigureAwait(false);
        await process.WaitAsync().ConfigureAwait(false);
        return made;
    }

    /// <inheritdoc/>
    public void Dispose() => _starter.Dispose();

    private ProcessStartInfo Describe(MediaCommand command)
    {
        var tool = ToolLocator.Require(command.Tool == MediaTool.Ffmpeg ? Options.FfmpegPath : Options.FfprobePath);
        List<string> line = [];
        if (_nice is not null && Options.Niceness > 0)
        {
            line.AddRange([_nice, "-n", $"{Options.Niceness}"]);
        }

        if (_setpriv is not null)
        {
            line.AddRange([_setpriv, "--pdeathsig", "KILL"]);
        }

        line.Add(tool);
        line.AddRange(command.Arguments);
        return new ProcessStartInfo(line[0], line.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = command.WorkingFolder ?? "",
        };
    }
}
