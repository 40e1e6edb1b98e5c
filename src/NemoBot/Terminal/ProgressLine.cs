namespace NemoBot.Terminal;

/// <summary>The status on standard error: one line that is rewritten on a terminal, one line a stage elsewhere.</summary>
internal sealed class ProgressLine(TextWriter output, bool isTerminal, bool isSilent)
{
    private const int BarLength = 24;
    private readonly Lock _gate = new();
    private string _stage = "";
    private int _shown;

    public void Show(string text, double? progress)
    {
        if (isSilent)
        {
            return;
        }

        var lines = text.Split('\n', 3);
        var stage = lines[0];
        lock (_gate)
        {
            if (!isTerminal)
            {
                if (stage != _stage)
                {
                    output.WriteLine(stage);
                }
            }
            else
            {
                Rewrite(progress is { } fraction ? $"{stage}  {Bar(fraction)} {(lines.Length > 1 ? lines[1] : "")}" : stage);
            }

            _stage = stage;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (isTerminal && _shown > 0)
            {
                output.WriteLine();
                _shown = 0;
            }
        }
    }

    private void Rewrite(string line)
    {
        output.Write('\r' + line.PadRight(_shown));
        output.Flush();
        _shown = line.Length;
    }

    private static string Bar(double fraction)
    {
        var full = (int)Math.Round(Math.Clamp(fraction, 0, 1) * BarLength);
        return "[" + new string('#', full) + new string('.', BarLength - full) + "]";
    }
}
