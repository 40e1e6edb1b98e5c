using System.Globalization;

namespace NemoBot.Media.Processes;

/// <summary>Reads the lines of <c>-progress</c>.</summary>
internal static class ProgressReader
{
    private const string Key = "out_time_us=";

    public static async Task<TimeSpan> ReadAsync(Stream output, TimeSpan duration, IProgress<double>? progress)
    {
        using var reader = new StreamReader(output, leaveOpen: true);
        var made = TimeSpan.Zero;
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (!line.StartsWith(Key, StringComparison.Ordinal)
                || !long.TryParse(line.AsSpan(Key.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros)
                || micros * 10 <= made.Ticks)
            {
                continue;
            }

            made = TimeSpan.FromMicroseconds(micros);
            if (duration > TimeSpan.Zero)
            {
                progress?.Report(Math.Clamp(made / duration, 0, 1));
            }
        }

        return made;
    }
}
