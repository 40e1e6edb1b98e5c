namespace NemoBot.Speech.Listening;

/// <summary>Joins ranges of speech to chunks that fit into one window of the model.</summary>
internal static class SpeechChunks
{
    private const long Longest = 25L * WavFile.Rate;
    private const long LongestGap = 2L * WavFile.Rate;
    private const long Padding = WavFile.Rate * 3 / 20;

    /// <summary>Gives chunks in order. None overlap.</summary>
    /// <param name="speech">Ordered ranges.</param>
    /// <param name="total">Samples of the sound.</param>
    /// <param name="findQuietest">Finds the best place for a cut within a range, for speech without a pause.</param>
    public static IReadOnlyList<SampleRange> Join(IReadOnlyList<SampleRange> speech, long total, Func<SampleRange, long> findQuietest)
    {
        List<SampleRange> chunks = [];
        foreach (var range in speech)
        {
            if (chunks.Count > 0 && range.Start - chunks[^1].End <= LongestGap && range.End - chunks[^1].Start <= Longest)
            {
                chunks[^1] = new SampleRange(chunks[^1].Start, Math.Max(range.End, chunks[^1].End));
                continue;
            }

            var rest = range;
            while (rest.Length > Longest)
            {
                var cut = findQuietest(new SampleRange(rest.Start + (Longest * 3 / 5), rest.Start + Longest));
                chunks.Add(new SampleRange(rest.Start, cut));
                rest = new SampleRange(cut, rest.End);
            }

            chunks.Add(rest);
        }

        return Pad(chunks, total);
    }

    private static List<SampleRange> Pad(List<SampleRange> chunks, long total)
    {
        List<SampleRange> padded = [];
        for (var i = 0; i < chunks.Count; i++)
        {
            var before = i > 0 ? chunks[i - 1].End + ((chunks[i].Start - chunks[i - 1].End) / 2) : 0;
            var after = i + 1 < chunks.Count ? chunks[i].End + ((chunks[i + 1].Start - chunks[i].End) / 2) : total;
            padded.Add(new SampleRange(Math.Max(before, chunks[i].Start - Padding), Math.Min(after, chunks[i].End + Padding)));
        }

        return padded;
    }
}
