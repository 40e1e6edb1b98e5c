using LiteDB;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>A conversation's own record as a document inside of its channel.</summary>
internal static class ConversationRow
{
    public static BsonDocument Write(ConversationRecord record)
    {
        var row = new BsonDocument();
        row.Set("skill", record.Skill);
        row.Set("language", record.Language);
        row.Set("languageChosen", record.LanguageChosen);
        row.Set("autoRender", record.AutoRender);
        row.Set("access", record.Access.ToString());
        row.Set("groupId", record.AccessGroup?.Id);
        row.Set("groupName", record.AccessGroup?.Name);
        row.Set("account", record.AccountKey);
        row.Set("backend", record.Backend);
        row.Set("session", record.SessionId);
        row.Set("task", record.TaskId);
        row.Set("user", record.UserId);
        row.Set("project", record.Project);
        row.Set("firstTurn", record.ProjectFirstTurn);
        row.Set("shown", record.ShownVersion);
        row.Set("renderOwed", record.RenderOwed);
        row.Set("credits", record.CreditsUsed);
        row.Set("closed", record.IsClosed);
        row.Set("created", record.CreatedAt);
        row.Set("updated", record.UpdatedAt);
        return row;
    }

    public static ConversationRecord Read(BsonDocument row, ConversationKey key) => new()
    {
        Key = key,
        Skill = row.Text("skill"),
        Language = row.Text("language"),
        LanguageChosen = row.Flag("languageChosen"),
        AutoRender = row.Flag("autoRender"),
        Access = row.Choice<AccessPolicy>("access"),
        AccessGroup = row.TextOrNull("groupId") is { } group ? new MemberGroup(group, row.Text("groupName")) : null,
        AccountKey = row.Text("account"),
        Backend = row.TextOrNull("backend"),
        SessionId = row.TextOrNull("session"),
        TaskId = row.TextOrNull("task"),
        UserId = row.TextOrNull("user"),
        Project = row.Int("project"),
        ProjectFirstTurn = row.Number("firstTurn"),
        ShownVersion = row.IntOrNull("shown"),
        RenderOwed = row.Flag("renderOwed"),
        CreditsUsed = row.Number("credits"),
        IsClosed = row.Flag("closed"),
        CreatedAt = row.Time("created"),
        UpdatedAt = row.Time("updated"),
    };
}
