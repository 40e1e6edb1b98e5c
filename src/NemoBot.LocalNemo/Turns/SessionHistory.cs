using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>
/// The versions of a session's draft. Moving back or forth changes which version the draft is; committing adds what came of a turn as
/// a new version, so that numbers only grow and mean the same for ever.
/// </summary>
internal static class SessionHistory
{
    private const int VersionsKept = 40;

    /// <summary>The record with its versions; a draft from before there were any counts as the first.</summary>
    public static SessionRecord Open(SessionRecord record) =>
        record.Draft is { } draft && record.Version == 0 ? record with { Versions = [draft], Version = 1 } : record;

    /// <summary>How many versions there were ever.</summary>
    public static int Count(SessionRecord record) => record.FirstVersion + record.Versions.Count - 1;

    /// <summary>A version is still kept.</summary>
    public static bool IsKept(SessionRecord record, int version) => version >= record.FirstVersion && version <= Count(record);

    /// <summary>Goes back by one change; null if there is none to take back.</summary>
    public static SessionRecord? Undo(SessionRecord record) => record.Past.Count > 0 && IsKept(record, record.Past[^1])
        ? Show(record, record.Past[^1]) with { Past = [.. record.Past.SkipLast(1)], Future = [.. record.Future, record.Version] } : null;

    /// <summary>Takes an undo back; null if there is none.</summary>
    public static SessionRecord? Redo(SessionRecord record) => record.Future.Count > 0 && IsKept(record, record.Future[^1])
        ? Show(record, record.Future[^1]) with { Future = [.. record.Future.SkipLast(1)], Past = [.. record.Past, record.Version] } : null;

    /// <summary>Goes to a version that is kept.</summary>
    public static SessionRecord GoTo(SessionRecord record, int version) =>
        Show(record, version) with { Past = [.. record.Past, record.Version], Future = [] };

    /// <summary>Keeps what came of a turn as a new version if it differs from what was there before the turn.</summary>
    /// <param name="before">The record at the start of the turn.</param>
    /// <param name="moved">The record after undo, redo and the like.</param>
    /// <param name="draft">The draft after all edits.</param>
    public static SessionRecord Commit(SessionRecord before, SessionRecord moved, string draft)
    {
        if (draft == before.Draft)
        {
            return before;
        }

        var changed = draft != moved.Draft;
        var versions = moved.Versions.Append(draft).ToList();
        var dropped = Math.Max(0, versions.Count - VersionsKept);
        return moved with
        {
            Draft = draft,
            Versions = [.. versions.Skip(dropped)],
            FirstVersion = moved.FirstVersion + dropped,
            Version = Count(moved) + 1,
            // "undo that, cut it out instead" is one change: taking it back leads to what was there before the message.
            Past = !changed ? moved.Past : before.Version > 0 ? [.. before.Past, before.Version] : before.Past,
            Future = changed ? [] : moved.Future,
        };
    }

    private static SessionRecord Show(SessionRecord record, int version) =>
        record with { Draft = record.Versions[version - record.FirstVersion], Version = version };
}
