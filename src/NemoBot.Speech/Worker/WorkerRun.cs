using NemoBot.Speech.Protocol;
using NemoBot.Speech.Recognition;

namespace NemoBot.Speech.Worker;

/// <summary>What workers have said about one sound so far.</summary>
internal sealed class WorkerRun(IProgress<SpeechProgress> progress)
{
    private readonly List<SpeechSegment> _segments = [];
    private double _before;
    private double _share;

    /// <summary>Seconds that are finished.</summary>
    public double Finished { get; private set; }

    public string? Language { get; private set; }

    public SpeechProblem? Problem { get; private set; }

    public string Detail { get; private set; } = "The worker gave no reason.";

    public bool IsDone { get; private set; }

    public void Take(WorkerMessage message)
    {
        Language = message.Language ?? Language;
        IsDone |= message.Done;
        if (message.Problem is { } problem)
        {
            Problem = Enum.TryParse<SpeechProblem>(problem, out var known) ? known : SpeechProblem.Failed;
            Detail = message.Detail ?? problem;
        }

        if (message.Text is { Length: > 0 } text)
        {
            var words = (message.Words ?? []).Select(w => new SpeechWord(Time(w.Start), Time(w.End), w.Text)).ToList();
            _segments.Add(new SpeechSegment(Time(message.Start), Time(message.End), text, words));
        }

        Finished = message.Finished ?? Finished;
        if (message.Share is { } share)
        {
            progress.Report(new SpeechProgress(SpeechStage.Listening, _before + ((1 - _before) * share)));
            _share = _before + ((1 - _before) * share);
        }
    }

    /// <summary>Forgets the chunk that was not finished: the next worker recognizes it again.</summary>
    public void Resume()
    {
        _segments.RemoveAll(s => s.Start.TotalSeconds >= Finished);
        (Problem, _before) = (null, _share);
    }

    public SpeechTranscript ToTranscript() => new([.. _segments.OrderBy(s => s.Start)], _segments.Count > 0 ? Language : null);

    private static TimeSpan Time(double seconds) => TimeSpan.FromSeconds(seconds);
}
