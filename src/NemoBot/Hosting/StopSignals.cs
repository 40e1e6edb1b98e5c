using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NemoBot.Hosting;

/// <summary>
/// The first signal to stop is the framework's: it stops in order. A second one ends the process at once; what was accepted is on disk,
/// and the next start continues it.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;

    public StopSignals() => _registrations.AddRange(
        [PosixSignalRegistration.Create(PosixSignal.SIGTERM, Count), PosixSignalRegistration.Create(PosixSignal.SIGINT, Count)]);

    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void Count(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref _count) > 1)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
