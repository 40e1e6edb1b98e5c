using NemoBot.Core.Platforms;
using NemoBot.Storage.Sqlite;

namespace NemoBot.Storage.Tables;

/// <summary>Deletes everything that is kept of a conversation.</summary>
internal static class Forgetting
{
    public static void Forget(SqliteSession session, ConversationKey key)
    {
        if (Channels.Find(session, key) is not { } channel)
        {
            return;
        }

        var account = Conversations.Get(session, key)?.AccountKey;
        Channels.Delete(session, channel);
        AccountRows.DeleteUnused(session, account);
    }
}
