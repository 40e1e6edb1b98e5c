using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>Hands out the file of an earlier render when the very same one is asked for again.</summary>
internal sealed partial class RenderReuse(RenderStore store, SimulationOptions simulation, TimeProvider clock, ILogger<RenderReuse> log)
{
    /// <summary>The record as finished, with a copy of the file; null if there is no such file or its id was used before.</summary>
    public RenderRecord? TryServe(RenderRecord record)
    {
        if (simulation.ChangesRenders || store.Find(record.Id) is not null || store.FindSame(record) is not { } same)
        {
            return null;
        }

        try
        {
            var target = store.OutputOf(record);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(store.OutputOf(same), target);
            var done = record.FinishedAs(same, clock.GetUtcNow());
            store.Save(done);
            return done;
        }
        catch (IOException e)
        {
            // It was deleted in this moment, or the disk is full: the render itself says so.
            LogNotReused(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "The file of an earlier render could not be reused.")]
    private partial void LogNotReused(Exception exception);
}
