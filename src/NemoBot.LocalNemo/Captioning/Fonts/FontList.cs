using System.ComponentModel;
using System.Diagnostics;

namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>Asks fontconfig about the installed fonts.</summary>
internal static class FontList
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>The lines of an answer; null if there is none.</summary>
    public static async Task<IReadOnlyList<string>?> ReadAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
            await using var end = limit.Token.Register(() => process.Kill());
            List<string> lines = [];
            while (await process.StandardOutput.ReadLineAsync(limit.Token).ConfigureAwait(false) is { } line)
            {
                lines.Add(line);
            }

            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return lines.Exists(l => l.Length > 0) ? lines : null;
        }
        catch (Exception e) when (e is Win32Exception || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
