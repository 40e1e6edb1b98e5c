using System.Text.Json;
using NemoBot.Speech.Listening;
using NemoBot.Speech.Recognition;

namespace NemoBot.Speech.Programs;

/// <summary>Reads the JSON that whisper-cli writes (<c>-oj</c>, <c>-ojf</c>).</summary>
internal static class ProgramOutput
{
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static SpeechTranscript Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty("transcription", out var lines) || lines.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("There is no transcription.");
        }

        List<SpeechSegment> segments = [];
        foreach (var line in lines.EnumerateArray())
        {
            var raw = Text(line);
            var (start, end) = Times(line);
            if (!string.IsNullOrWhiteSpace(raw) && end > start)
            {
                segments.Add(ReadSegment(line, raw.Trim(), start, end));
            }
        }

        var language = document.RootElement.TryGetProperty("result", out var result) && result.TryGetProperty("language", out var found) ? found.GetString() : null;
        return new SpeechTranscript(segments, segments.Count > 0 ? language : null);
    }

    private static SpeechSegment ReadSegment(JsonElement line, string text, double start, double end)
    {
        List<TimedToken> tokens = [];
        if (line.TryGetProperty("tokens", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            tokens.AddRange(list.EnumerateArray().Select(t => (Text: Text(t), Times: Times(t))).Select(t => new TimedToken(t.Text, t.Times.Start, t.Times.End)));
            var first = tokens.FindIndex(t => !t.IsSpecial);
            if (first >= 0)
            {
                tokens[first] = tokens[first] with { Text = tokens[first].Text.TrimStart() };
            }
        }

        var words = tokens.Count == 0 ? [] : TokenWords.Read(text, tokens, start, end);
        return new SpeechSegment(
            TimeSpan.FromSeconds(start),
            TimeSpan.FromSeconds(end),
            text,
            [.. words.Select(w => new SpeechWord(TimeSpan.FromSeconds(w.Start), TimeSpan.FromSeconds(w.End), w.Text))]);
    }

    private static string Text(JsonElement element) => element.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";

    /// <summary>Offsets are milliseconds.</summary>
    private static (double Start, double End) Times(JsonElement element) =>
        element.TryGetProperty("offsets", out var offsets) && offsets.TryGetProperty("from", out var from) && offsets.TryGetProperty("to", out var to)
            ? (from.GetDouble() / 1000, to.GetDouble() / 1000) : (0, 0);
}
