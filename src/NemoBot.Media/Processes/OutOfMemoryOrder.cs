namespace NemoBot.Media.Processes;

/// <summary>When the machine runs out of memory, the system ends a media process before it ends the bot.</summary>
internal static class OutOfMemoryOrder
{
    private const string Sooner = "500";

    public static void PutFirst(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            File.WriteAllText($"/proc/{processId}/oom_score_adj", Sooner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended already, or the system does not permit it.
        }
    }
}
