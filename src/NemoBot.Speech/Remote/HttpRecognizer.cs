using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Listening;
using NemoBot.Speech.Recognition;
using NemoBot.Speech.Settings;

namespace NemoBot.Speech.Remote;

/// <summary>
/// Asks an address that takes OpenAI's <c>/v1/audio/transcriptions</c>. Files must be under 25 MB there: longer sounds are sent in
/// pieces of ten minutes, cut where it is quiet. A request costs money and is never repeated.
/// </summary>
internal sealed class HttpRecognizer : ISpeechRecognizer, IDisposable
{
    private const long Piece = 600L * WavFile.Rate;

    private readonly SpeechOptions _options;
    private readonly HttpClient _http;

    public HttpRecognizer(IOptions<SpeechOptions> options)
    {
        _options = options.Value;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = _options.AnswerTimeout };
        if (_options.HttpKey.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _options.HttpKey);
        }
    }

    /// <inheritdoc/>
    public async Task<SpeechTranscript> RecognizeAsync(SpeechRequest request, IProgress<SpeechProgress> progress, CancellationToken cancellationToken)
    {
        using var sound = WavFile.Open(request.SoundPath);
        List<SpeechSegment> segments = [];
        var language = request.Language;
        for (long start = 0; start < sound.Samples;)
        {
            var end = sound.Samples - start <= Piece ? sound.Samples : VoiceActivity.FindQuietest(sound, new SampleRange(start + (Piece * 9 / 10), start + Piece));
            var answer = await AskAsync(sound.Copy(new SampleRange(start, end)), language, cancellationToken).ConfigureAwait(false);
            language ??= LanguageNames.ToCode(answer.Language);
            segments.AddRange(Read(answer, Seconds(start), Seconds(end)));
            start = end;
            progress.Report(new SpeechProgress(SpeechStage.Listening, (double)end / sound.Samples));
        }

        return new SpeechTranscript(segments, segments.Count > 0 ? language : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static double Seconds(long samples) => (double)samples / WavFile.Rate;

    private static IEnumerable<SpeechSegment> Read(RemoteTranscript answer, double offset, double end)
    {
        TimeSpan Time(double seconds) => TimeSpan.FromSeconds(Math.Clamp(offset + seconds, offset, end));
        var segments = answer.Segments is { Count: > 0 } some ? some
            : string.IsNullOrWhiteSpace(answer.Text) ? [] : [new RemoteSegment { Start = 0, End = end - offset, Text = answer.Text }];
        var words = answer.Words ?? [];
        foreach (var segment in segments.Where(s => !string.IsNullOrWhiteSpace(s.Text)).OrderBy(s => s.Start))
        {
            var own = words.Where(w => (w.Start + w.End) / 2 >= segment.Start && (w.Start + w.End) / 2 < segment.End && !string.IsNullOrWhiteSpace(w.Word));
            yield return new SpeechSegment(
                Time(segment.Start), Time(segment.End), segment.Text!.Trim(), [.. own.Select(w => new SpeechWord(Time(w.Start), Time(w.End), w.Word!.Trim()))]);
        }
    }

    private async Task<RemoteTranscript> AskAsync(byte[] wav, string? language, CancellationToken cancellationToken)
    {
        using var file = new ByteArrayContent(wav);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        using var form = new MultipartFormDataContent
        {
            { file, "file", "sound.wav" },
            { new StringContent(_options.HttpModel), "model" },
            { new StringContent("verbose_json"), "response_format" },
            { new StringContent("word"), "timestamp_granularities[]" },
            { new StringContent("segment"), "timestamp_granularities[]" },
        };
        if (language is not null)
        {
            form.Add(new StringContent(language), "language");
        }

        try
        {
            using var response = await _http.PostAsync(new Uri($"{_options.HttpAddress.TrimEnd('/')}/audio/transcriptions"), form, cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(body, RemoteJson.Default.RemoteTranscript, cancellationToken).ConfigureAwait(false)
                ?? throw new JsonException("The answer is empty.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            throw new SpeechException(SpeechProblem.Failed, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SpeechException(SpeechProblem.TimedOut, $"No answer within {_options.AnswerTimeout}.");
        }
    }
}
