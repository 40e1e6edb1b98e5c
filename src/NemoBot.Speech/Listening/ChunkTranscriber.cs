using NemoBot.Speech.Protocol;
using Whisper.net;

namespace NemoBot.Speech.Listening;

/// <summary>Recognizes one chunk after the other with the language that the first ones are spoken in.</summary>
internal sealed class ChunkTranscriber(WhisperFactory factory, WavFile sound, WorkerRequest request) : IDisposable
{
    private readonly SegmentFilter _filter = new();
    private WhisperProcessor? _processor;
    private Action<SegmentData>? _handler;

    /// <summary>The language, once it is known.</summary>
    public string? Language { get; private set; } = request.Language;

    /// <summary>Finds the language, unless it was given.</summary>
    public void DetectLanguage(IReadOnlyList<SampleRange> chunks)
    {
        if (Language is not null)
        {
            return;
        }

        var choice = new LanguageChoice();
        using var detector = factory.CreateBuilder().WithThreads(request.Threads).WithLanguageDetection().Build();
        foreach (var chunk in chunks.Take(LanguageChoice.MostGuesses))
        {
            var (language, probability) = detector.DetectLanguageWithProbability(sound.Read(chunk));
            if (language is { Length: > 0 } && choice.Add(language, probability))
            {
                break;
            }
        }

        Language = choice.Best;
    }

    /// <summary>Gives the chunk's segments with positions in the sound.</summary>
    public IEnumerable<WorkerMessage> Transcribe(SampleRange chunk)
    {
        _processor ??= Build();
        var samples = sound.Read(chunk);
        var (offset, length) = ((double)chunk.Start / WavFile.Rate, (double)samples.Length / WavFile.Rate);
        List<SegmentData> segments = [];
        _handler = segments.Add;
        _processor.Process(samples);
        foreach (var segment in segments)
        {
            // The model may end a segment beyond the end of its sound.
            var start = Math.Clamp(segment.Start.TotalSeconds, 0, length);
            var end = Math.Clamp(segment.End.TotalSeconds, start, length);
            var text = segment.Text.Trim();
            if (text.Contains('\uFFFD', StringComparison.Ordinal) || !_filter.Keeps(text, segment.Probability, end - start))
            {
                continue;
            }

            var tokens = segment.Tokens.Select(t => new TimedToken(t.Text ?? "", t.Start / 100.0, t.End / 100.0)).ToList();
            var words = TokenWords.Read(text, Trim(tokens, segment.Text), start, end);
            yield return new WorkerMessage
            {
                Text = text,
                Start = offset + start,
                End = offset + end,
                Words = [.. words.Select(w => w with { Start = offset + w.Start, End = offset + w.End })],
            };
        }
    }

    public void Dispose() => _processor?.Dispose();

    private WhisperProcessor Build()
    {
        var builder = factory.CreateBuilder().WithThreads(request.Threads).WithNoContext().WithTokenTimestamps().WithProbabilities()
            .WithSegmentEventHandler(segment => _handler?.Invoke(segment));
        return (Language is null ? builder.WithLanguageDetection() : builder.WithLanguage(Language)).Build();
    }

    /// <summary>The text was trimmed: so is the first token.</summary>
    private static List<TimedToken> Trim(List<TimedToken> tokens, string text)
    {
        var first = tokens.FindIndex(t => !t.IsSpecial);
        if (first >= 0 && text.StartsWith(' '))
        {
            tokens[first] = tokens[first] with { Text = tokens[first].Text.TrimStart() };
        }

        return tokens;
    }
}
