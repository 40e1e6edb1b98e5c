using Microsoft.Extensions.Logging;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// Decides when the log is copied into the data file: when it has grown, after something was erased, and at the end. A checkpoint
/// that fails costs nothing, because the log still has everything; it is tried again later.
/// </summary>
internal sealed partial class CheckpointPolicy(EngineHost host, int threshold, ILogger logger)
{
    private int _postponed;
    private bool _isErasing;

    /// <summary>Runs a checkpoint if the log has grown enough, or something erased is still in the files.</summary>
    public void RunIfDue()
    {
        if (_isErasing || host.LogPages >= threshold + _postponed)
        {
            Run();
        }
    }

    /// <summary>Deleted rows are overwritten in the pages; their last copies are in the log and in the data file until a checkpoint.</summary>
    public void RunToErase()
    {
        _isErasing = true;
        Run();
    }

    /// <summary>Leaves an empty log behind.</summary>
    public void RunAtClose() => Run();

    private void Run()
    {
        try
        {
            if (host.Checkpoint())
            {
                _isErasing = false;
                _postponed = 0;
            }
        }
        catch (Exception exception)
        {
            LogFailed(logger, host.Path, exception.Message);
            host.Drop();
            _postponed = host.LogPages;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of {Path} could not be merged and will be later: {Problem}")]
    private static partial void LogFailed(ILogger logger, string path, string problem);
}
