namespace NemoBot.LocalNemo.Renders;

/// <summary>Which waiting render comes next: the shortest, but none is overtaken for ever.</summary>
internal static class RenderOrder
{
    /// <summary>After so many others it is its turn, however long it is.</summary>
    public const int MostOvertaken = 4;

    /// <summary>How many run or go before a waiting one as things are; null if it does not wait. Shorter ones may still come.</summary>
    /// <param name="jobs">All, oldest first.</param>
    /// <param name="job">One of them, or null.</param>
    public static int? Ahead(IReadOnlyList<RenderJob> jobs, RenderJob? job)
    {
        if (job is null or { Running: true })
        {
            return null;
        }

        var waiting = jobs.Where(j => !j.Running).ToList();
        var ahead = jobs.Count - waiting.Count;
        for (var next = First(waiting); next != job && next is not null; next = First(waiting))
        {
            waiting.Remove(next);
            ahead++;
        }

        return ahead;
    }

    /// <param name="jobs">All, oldest first.</param>
    /// <returns>Null if none may start: one render of a session runs at a time.</returns>
    public static RenderJob? Next(IReadOnlyList<RenderJob> jobs)
    {
        var busy = jobs.Where(j => j.Running).Select(j => j.Record.SessionId).ToHashSet(StringComparer.Ordinal);
        var ready = jobs.Where(j => !j.Running && !busy.Contains(j.Record.SessionId)).DistinctBy(j => j.Record.SessionId).ToList();
        var next = First(ready);
        foreach (var passed in ready.TakeWhile(j => j != next))
        {
            passed.Overtaken++;
        }

        return next;
    }

    private static RenderJob? First(IReadOnlyList<RenderJob> waiting)
    {
        var ready = waiting.DistinctBy(j => j.Record.SessionId).ToList();
        return ready.Find(j => j.Overtaken >= MostOvertaken) ?? ready.MinBy(j => j.Length);
    }
}
