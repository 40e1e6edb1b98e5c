using System.Globalization;
using System.Text;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>What is kept of a conversation, and what the service was asked for.</summary>
public static class ConversationDump
{
    public static async Task<string> WriteAsync(Chat chat)
    {
        var written = new StringBuilder();
        void Line(FormattableString line) => written.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
        var stop = CancellationToken.None;
        if (await chat.Store.GetConversationAsync(Chat.Key, stop) is { } c)
        {
            Line($"| conversation: {c.Skill}, {c.Language} {c.LanguageChosen}, render {c.AutoRender}, {c.Access}, {c.Backend} {c.SessionId} {c.TaskId} {c.UserId}, project {c.Project} from {c.ProjectFirstTurn}, shown {c.ShownVersion}, owed {c.RenderOwed}, used {c.CreditsUsed}");
        }

        for (var id = 1; await chat.Store.GetTurnAsync(id, stop) is { } turn; id++)
        {
            if (turn is { State: TurnState.Done, StatusMessageId: null })
            {
                continue;
            }

            Line($"| turn {id}: {turn.State}, prompt \"{turn.Prompt}\", {turn.SessionId}, drafts {turn.DraftBefore}, files {turn.FilesUploaded}, offers {string.Join('|', turn.Offers)}, credits {turn.CreditsBefore} {turn.CreditsAfter} {turn.CostAccepted}, sent {turn.SentAt is not null}, ended {turn.EndedAt is not null}, in {turn.StatusMessageId}");
        }

        foreach (var d in (await chat.Store.GetDraftsAsync(Chat.Key, 100, stop)).Reverse())
        {
            Line($"| version {d.Version}: project {d.Project}, {d.Author}, {d.Backend} {d.SessionId} {d.SessionVersion}, {d.Width}x{d.Height}, {d.Summary}");
        }

        foreach (var r in (await chat.Store.GetRendersAsync(Chat.Key, stop)).OrderBy(r => r.TurnId).ThenByDescending(r => r.State))
        {
            Line($"| render of {r.DraftVersion}: {r.State}, closed {r.IsClosed}, preview {r.IsPreview}, part {r.Part} from {r.FirstPart}, {r.Backend}, submitted {r.Submitted}, turn {r.TurnId} in {r.StatusMessageId}, posted as {r.DeliveredMessageId}, ended {r.EndedAt is not null}");
        }

        Line($"| posted: {string.Join(" | ", chat.Backend.Posted)}");
        Line($"| uploaded: {string.Join(" | ", chat.Backend.Uploads.Select(u => u.Name + " " + u.Bytes.Length))}");
        Line($"| rendered: {chat.Backend.Rendered.Count}, formats {string.Join(' ', chat.Backend.Formats)}, previews {string.Join(' ', chat.Backend.Previews)}, sessions {chat.Backend.Sessions}, cancelled {chat.Backend.Cancelled.Count}");
        return written.ToString();
    }
}
