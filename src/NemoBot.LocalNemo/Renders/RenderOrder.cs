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

        var ahead = jobs.Count(j => j.Running);
        var next = new PriorityQueue<Queue<(int Place, RenderJob Job)>, ((int, TimeSpan) Rank, int Place)>();
        foreach (var session in jobs.Index().Where(j => !j.Item.Running).GroupBy(j => j.Item.Record.SessionId, StringComparer.Ordinal))
        {
            Wait(next, new Queue<(int, RenderJob)>(session));
        }

        while (next.TryDequeue(out var session, out _) && session.Dequeue().Job != job)
        {
            ahead++;
            Wait(next, session);
        }

        return ahead;
    }

    /// <param name="jobs">All, oldest first.</param>
    /// <returns>Null if none may start: one render of a session runs at a time.</returns>
    public static RenderJob? Next(IReadOnlyList<RenderJob> jobs)
    {
        var busy = jobs.Where(j => j.Running).Select(j => j.Record.SessionId).ToHashSet(StringComparer.Ordinal);
        var ready = jobs.Where(j => !j.Running && !busy.Contains(j.Record.SessionId)).DistinctBy(j => j.Record.SessionId).ToList();
        var next = ready.MinBy(RankOf);
        foreach (var passed in ready.TakeWhile(j => j != next))
        {
            passed.Overtaken++;
        }

        return next;
    }

    private static (int, TimeSpan) RankOf(RenderJob job) => job.Overtaken >= MostOvertaken ? (0, TimeSpan.Zero) : (1, job.Length);

    /// <summary>One render of a session runs at a time: of each only the first competes.</summary>
    private static void Wait(PriorityQueue<Queue<(int Place, RenderJob Job)>, ((int, TimeSpan) Rank, int Place)> next, Queue<(int Place, RenderJob Job)> session)
    {
        if (session.TryPeek(out var first))
        {
            next.Enqueue(session, (RankOf(first.Job), first.Place));
        }
    }
}
