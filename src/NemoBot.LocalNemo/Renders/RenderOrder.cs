namespace NemoBot.LocalNemo.Renders;

/// <summary>Which waiting render comes next: the shortest, but none is overtaken for ever.</summary>
internal static class RenderOrder
{
    /// <summary>After so many others it is its turn, however long it is.</summary>
    public const int MostOvertaken = 4;

    /// <param name="jobs">All, oldest first.</param>
    /// <returns>Null if none may start: one render of a session runs at a time.</returns>
    public static RenderJob? Next(IReadOnlyList<RenderJob> jobs)
    {
        var busy = jobs.Where(j => j.Running).Select(j => j.Record.SessionId).ToHashSet(StringComparer.Ordinal);
        var ready = jobs.Where(j => !j.Running && !busy.Contains(j.Record.SessionId)).DistinctBy(j => j.Record.SessionId).ToList();
        var next = ready.Find(j => j.Overtaken >= MostOvertaken) ?? ready.MinBy(j => j.Length);
        foreach (var passed in ready.TakeWhile(j => j != next))
        {
            passed.Overtaken++;
        }

        return next;
    }
}
