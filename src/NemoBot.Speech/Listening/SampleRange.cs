namespace NemoBot.Speech.Listening;

/// <summary>A part of the sound, in samples.</summary>
internal readonly record struct SampleRange(long Start, long End)
{
    public long Length => End - Start;
}
