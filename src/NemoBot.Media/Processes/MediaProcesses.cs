using System.Diagnostics;
using Microsoft.Extensions.Options;
using NemoBot.Core.Media;

namespace NemoBot.Media.Processes;

/// <summary>
/// Starts FFmpeg and ffprobe: at low priority and under limits, without a shell, a terminal or a network, and so that they die with the bot.
/// </summary>
public sealed class MediaProcesses(IOptions<MediaOptions> options, TimeProvider clock) : IDisposable
{
    // errno of Linux: EAGAIN, ENOMEM, ENFILE, EMFILE. They pass, unlike a tool that is missing.
    private const int TooManyProcesses = 11;
    private const int NoMemory = 12;
    private const int TooManyFilesInSystem = 23;
    private const int TooManyFiles = 24;

    private readonly StarterThread _starter = new();
    private readonly Confinement _confinement = new(options.Value);

    /// <summary>The settings it works by.</summary>
    public MediaOptions Options => options.Value;

    /// <summary>Returns the name of a program that is not on this machine now; null if both are.</summary>
    public string? FindMissingTool() =>
        ToolLocator.Find(Options.FfmpegPath) is null ? "FFmpeg" : ToolLocator.Find(Options.FfprobePath) is null ? "ffprobe" : null;

    /// <summary>Runs work of several processes under one time limit.</summary>
    /// <exception cref="MediaException">It took longer.</exception>
    internal async Task<T> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new MediaException(MediaProblem.TimedOut, $"It took longer than {time}.");
        }
    }

    /// <summary>Starts a process that the caller feeds, reads and disposes.</summary>
    /// <exception cref="MediaException">It cannot be started.</exception>
    public async Task<MediaProcess> StartAsync(MediaCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        var tool = ToolLocator.Require(command.Tool == MediaTool.Ffmpeg ? Options.FfmpegPath : Options.FfprobePath);
        try
        {
            var process = await _starter.RunAsync(() => Start(tool, command)).ConfigureAwait(false);
            return new MediaProcess(process, command, Options.StallTimeout, clock, cancellationToken);
        }
        catch (System.ComponentModel.Win32Exception e) when (e.NativeErrorCode is TooManyProcesses or NoMemory or TooManyFilesInSystem or TooManyFiles)
        {
            throw new MediaException(MediaProblem.Killed, $"{command.Tool} could not be started just now: {e.Message}");
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

    private Process Start(string tool, MediaCommand command)
    {
        string[] line = [.. command.IsHarmless ? [] : _confinement.Words(command), tool, .. command.Arguments];
        var process = Process.Start(new ProcessStartInfo(line[0], line.Skip(1))
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = command.WorkingFolder ?? "",
        })!;
        OutOfMemoryOrder.PutFirst(process.Id);
        return process;
    }
}
