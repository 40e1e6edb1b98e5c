using System.Text;

namespace NemoBot.Media.Processes;

/// <summary>Keeps the end of what a process says: a broken file can make FFmpeg write megabytes of complaints.</summary>
internal sealed class OutputTail
{
    private const int Most = 8 * 1024;
    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    public async Task DrainAsync(TextReader reader)
    {
        var buffer = new char[2048];
        int read;
        while ((read = await reader.ReadAsync(buffer.AsMemory()).ConfigureAwait(false)) > 0)
        {
            lock (_gate)
            {
                _text.Append(buffer, 0, read);
                if (_text.Length > 2 * Most)
                {
                    _text.Remove(0, _text.Length - Most);
                }
            }
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString(Math.Max(0, _text.Length - Most), Math.Min(Most, _text.Length)).Trim();
        }
    }
}
