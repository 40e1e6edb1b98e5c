namespace NemoBot.Core.Storage;

/// <summary>
/// The rule by which stores drop old versions: the newest ones of a conversation are all kept, of the older ones the last of each day
/// and project. A store applies it when it adds a version, to the one that thereby leaves the newest.
/// </summary>
public static class DraftThinning
{
    /// <summary>How many of the newest versions of a conversation are all kept.</summary>
    public const int Newest = 50;

    /// <summary>The version that leaves the newest ones.</summary>
    /// <param name="added">The version that is added.</param>
    public static int Leaving(int added) => added - Newest;

    /// <summary>Whether the version that leaves is dropped.</summary>
    /// <param name="leaving">The version that leaves; null if it does not exist.</param>
    /// <param name="next">The version after it; null if it does not exist.</param>
    public static bool IsDropped(DraftRecord? leaving, DraftRecord? next) =>
        leaving is not null && next is not null && leaving.Project == next.Project && leaving.CreatedAt.UtcDateTime.Date == next.CreatedAt.UtcDateTime.Date;
}
