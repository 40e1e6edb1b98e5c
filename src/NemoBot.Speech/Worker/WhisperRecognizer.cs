using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Models;
using NemoBot.Speech.Protocol;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;

namespace NemoBot.Speech.Worker;

/// <summary>Recognizes speech in a child process, one sound at a time.</summary>
internal sealed partial class WhisperRecognizer(
    IModelStore models, IOptions<SpeechOptions> options, TimeProvider clock, ILogger<WhisperRecognizer> log) : ISpeechRecognizer, IDisposable
{
    private const int MostThreads = 4;
    private const long UsualModel = 60L * 1024 * 1024;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Told the number of every worker that starts.</summary>
    internal Action<int>? Started { get; set; }

    private SpeechOptions Options => options.Value;

    /// <inheritdoc/>
    public async Task<SpeechTranscript> RecognizeAsync(SpeechRequest request, IProgress<SpeechProgress> progress, CancellationToken cancellationToken)
    {
        var size = models.Missing?.Size ?? 0;
        var model = await models.RequireAsync(new Downloading(progress, size), cancellationToken).ConfigureAwait(false);
        var voice = await models.FindVoiceActivityAsync(cancellationToken).ConfigureAwait(false);
        if (_one.CurrentCount == 0)
        {
            progress.Report(new SpeechProgress(SpeechStage.Waiting, 0));
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var job = new WorkerRequest(request.SoundPath, model, voice, request.Language, Threads(), 0);
            return await RunAsync(job, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private int Threads() => Options.Threads > 0 ? Options.Threads : Math.Clamp(Environment.ProcessorCount - 1, 1, MostThreads);

    /// <summary>A worker that crashed is replaced once, by one with a single thread that goes on where the first one was.</summary>
    private async Task<SpeechTranscript> RunAsync(WorkerRequest job, IProgress<SpeechProgress> progress, CancellationToken cancellationToken)
    {
        var run = new WorkerRun(progress);
        var problem = await RunOnceAsync(job, run, cancellationToken).ConfigureAwait(false);
        if (problem is SpeechProblem.Crashed or SpeechProblem.OutOfMemory)
        {
            LogRetry(problem.Value);
            run.Resume();
            var again = job with { Threads = 1, From = run.Finished, Language = job.Language ?? run.Language };
            problem = await RunOnceAsync(again, run, cancellationToken).ConfigureAwait(false);
        }

        return problem is null ? run.ToTranscript() : throw new SpeechException(problem.Value, run.Detail);
    }

    private async Task<SpeechProblem?> RunOnceAsync(WorkerRequest job, WorkerRun run, CancellationToken cancellationToken)
    {
        var modelSize = new FileInfo(job.Model).Length;
        var factor = Math.Max(1, (double)modelSize / UsualModel);
        using var worker = await WorkerProcess.StartAsync(
            WorkerCommand.Find(), job, Options.SilenceTimeout * factor, (modelSize * 2) + Options.ExtraMemoryBytes, clock).ConfigureAwait(false);
        Started?.Invoke(worker.Id);
        while (await worker.ReadAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            run.Take(message);
        }

        var ending = await worker.EndAsync(cancellationToken).ConfigureAwait(false);
        return run.Problem ?? ending ?? (run.IsDone ? null : SpeechProblem.Crashed);
    }

    [LoggerMessage(LogLevel.Warning, "The speech worker ended: {Problem}. It is started once more with one thread.")]
    private partial void LogRetry(SpeechProblem problem);

    private sealed class Downloading(IProgress<SpeechProgress> progress, long size) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new SpeechProgress(SpeechStage.Downloading, value, size));
    }
}
