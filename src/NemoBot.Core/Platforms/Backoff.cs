namespace NemoBot.Core.Platforms;

/// <summary>Waits between attempts: each twice as long as the one before, up to a limit.</summary>
public static class Backoff
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <summary>
    /// The wait that a service asked for, as long as it makes sense: a timer takes no more than some weeks, and a service that asks for years
    /// is asked again after a day.
    /// </summary>
    public static TimeSpan Bound(TimeSpan asked) => asked < TimeSpan.Zero ? TimeSpan.Zero : asked < LongestAsked ? asked : LongestAsked;

    /// <summary>The wait after this one.</summary>
    public static TimeSpan Next(TimeSpan wait, TimeSpan longest) => wait < longest / 2 ? wait * 2 : longest;

    /// <summary>The wait after a number of failures in a row; zero if there was none.</summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var wait = failures == 0 ? TimeSpan.Zero : first;
        for (var i = 1; i < failures && wait < longest; i++)
        {
            wait = Next(wait, longest);
        }

        return wait < longest ? wait : longest;
    }
}
