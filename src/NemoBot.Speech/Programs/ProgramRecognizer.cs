using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Models;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;

namespace NemoBot.Speech.Programs;

/// <summary>Runs a program that writes whisper-cli's JSON. Arguments are passed one by one, never through a shell.</summary>
internal sealed class ProgramRecognizer(IModelStore models, IOptions<SpeechOptions> options, TimeProvider clock) : ISpeechRecognizer, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    private SpeechOptions Options => options.Value;

    /// <inheritdoc/>
    public async Task<SpeechTranscript> RecognizeAsync(SpeechRequest request, IProgress<SpeechProgress> progress, CancellationToken cancellationToken)
    {
        var needsModel = Options.ProgramArguments.Contains("{model}", StringComparison.Ordinal);
        var size = models.Missing?.Size ?? 0;
        var model = needsModel
            ? await models.RequireAsync(new Progress<double>(v => progress.Report(new SpeechProgress(SpeechStage.Downloading, v, size))), cancellationToken).ConfigureAwait(false) : "";
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            progress.Report(new SpeechProgress(SpeechStage.Listening, 0));
            return await ReadAsync(model, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(SpeechProblem.Failed, e.Message);
        }
        finally
        {
            // Whatever became of its folder: the next sound gets its turn.
            _one.Release();
        }
    }

    private async Task<SpeechTranscript> ReadAsync(string model, SpeechRequest request, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-speech-");
        try
        {
            var output = Path.Combine(folder.FullName, "result");
            await RunAsync(Arguments(model, request, output), folder.FullName, cancellationToken).ConfigureAwait(false);
            return ProgramOutput.Read(await File.ReadAllBytesAsync(output + ".json", cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            folder.Refresh();
            if (folder.Exists)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private IEnumerable<string> Arguments(string model, SpeechRequest request, string output) =>
        Options.ProgramArguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a
            .Replace("{model}", model, StringComparison.Ordinal)
            .Replace("{sound}", request.SoundPath, StringComparison.Ordinal)
            .Replace("{language}", request.Language ?? "auto", StringComparison.Ordinal)
            .Replace("{output}", output, StringComparison.Ordinal));

    private async Task RunAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Options.AnswerTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Options.ProgramPath, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            })!;
            process.StandardInput.Close();
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await using var end = either.Token.Register(() => Kill(process));
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
            {
                throw limit.IsCancellationRequested
                    ? new SpeechException(SpeechProblem.TimedOut, $"{Options.ProgramPath} took longer than {Options.AnswerTimeout}.")
                    : new SpeechException(SpeechProblem.Failed, $"{Options.ProgramPath} ended with {process.ExitCode}.");
            }
        }
        catch (Win32Exception e)
        {
            throw new SpeechException(SpeechProblem.Unsupported, e.Message);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in this moment, or one of its children did.
        }
    }
}
