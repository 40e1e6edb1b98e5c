using System.Globalization;
using System.Text;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;

namespace NemoBot.Maintenance;

/// <summary><c>explain TURN</c>: the life of one turn as the store has it. Says how long texts are, not what they say.</summary>
internal sealed class TurnExplanation(IBotStore store)
{
    public async Task<MaintenanceAnswer> DescribeAsync(string number, CancellationToken cancellationToken)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await store.GetTurnAsync(id, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return new MaintenanceAnswer(false, $"There is no turn {number}. Numbers of turns are in the log and on the admin page.");
        }

        var renders = await store.GetRendersAsync(turn.Message.Conversation, cancellationToken).ConfigureAwait(false);
        var text = new StringBuilder();
        DescribeTurn(text, turn);
        foreach (var render in renders.Where(r => r.TurnId == turn.Id))
        {
            DescribeRender(text, turn, render);
        }

        return new MaintenanceAnswer(true, text.ToString().TrimEnd());
    }

    private static void DescribeTurn(StringBuilder text, TurnRecord turn)
    {
        var message = turn.Message;
        var key = message.Conversation;
        var what = message.ActionId is { } action ? $"button {action.Split(':')[0]}" : $"{message.Text.Length} characters, {message.Attachments.Count} files";
        Line(text, $"Turn {turn.Id} in {key}, by user {TurnReport.Hide(key.Platform, message.Author.Id)}: {turn.State.ToString().ToLowerInvariant()}");
        Line(text, $"{turn.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} received: {what}");
        message.Attachments.ToList().ForEach(f => Line(text, $"{"",19} file: {f.MimeType ?? "unknown type"}, {f.Size?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} bytes"));
        Line(text, turn.FilesUploaded, $"{"",19} files are uploaded");
        Line(text, turn.SentAt is not null, $"{Since(turn, turn.SentAt),19} sent to session {turn.SessionId}, after version {turn.DraftBefore}");
        Line(text, turn.StatusMessageId is not null, $"{"",19} status message {turn.StatusMessageId}");
        Line(text, turn.CreditsBefore is not null, $"{"",19} credits {turn.CreditsBefore} before, {turn.CreditsAfter?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} after");
        Line(text, turn.EndedAt is not null, $"{Since(turn, turn.EndedAt),19} ended: {turn.State.ToString().ToLowerInvariant()}, answered with {turn.Reply?.Length ?? 0} characters");
        Line(text, turn is { EndedAt: null, Owner: not null }, $"{"",19} claimed by {turn.Owner} until {turn.LeaseUntil?.UtcDateTime:HH:mm:ss}");
        Line(text, turn.TraceParent is not null, $"{"",19} trace {turn.TraceParent?.Split('-').ElementAtOrDefault(1)}");
    }

    private static void DescribeRender(StringBuilder text, TurnRecord turn, RenderRecord render)
    {
        Line(text, $"{Since(turn, render.CreatedAt),19} render of version {render.DraftVersion} on {render.Backend}: {render.Id}");
        Line(text, $"{"",19} {(render.Submitted ? "submitted" : "not submitted")}, {render.Polls} polls, {render.State.ToString().ToLowerInvariant()}");
        Line(text, render.EndedAt is not null, $"{Since(turn, render.EndedAt),19} {(render.DeliveredMessageId is { } id ? $"delivered in message {id}" : "ended without a video")}");
    }

    private static string Since(TurnRecord turn, DateTimeOffset? at) =>
        string.Create(CultureInfo.InvariantCulture, $"+{(at - turn.CreatedAt)?.TotalSeconds:0.0} s");

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Line(StringBuilder text, bool isThere, FormattableString line)
    {
        if (isThere)
        {
            Line(text, line);
        }
    }
}
