using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Store;
using NemoBot.LocalNemo.Turns;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Messages of one session, each read with what the ones before left behind, without a server.</summary>
internal sealed class MessageChain
{
    private static readonly DraftLabels Labels = new(chinese: true);

    private readonly Dictionary<string, Project> _drafts = new(StringComparer.Ordinal);
    private Situation _now;
    private SessionRecord _record = new() { SessionId = "1", TaskId = "1", TaskName = "t", UserId = "u", Language = "zh-CN", UsedAt = DateTimeOffset.UnixEpoch };

    /// <param name="marks">The situation before the first message, as in the table of requests.</param>
    public MessageChain(string marks)
    {
        _now = new RequestRow("", marks, "", "", "").Situation();
        if (_now.Project is { } project)
        {
            _record = SessionHistory.Open(_record with { Draft = Keep(project) });
        }
    }

    /// <summary>Reads a message and carries it out; the edits that it gave.</summary>
    public async Task<string> SayAsync(string text)
    {
        var situation = _now with { Text = text, CanRedo = _record.Future.Count > 0 };
        var read = Interpreter.Read(situation);
        var result = await new ProjectEditor(new EditTools(), situation.Files, id => id is null ? null : _drafts.GetValueOrDefault(id)).ApplyAsync(_record, situation.Project, read.Edits, read.Certainty, CancellationToken.None);
        if (result.Project is { } project)
        {
            _record = SessionHistory.Commit(_record, result.History, Keep(project));
        }

        var lasting = result.Applied.Where(a => a.Edit is not Decline).Select(a => a.Edit).ToList();
        _now = situation with { Project = result.Project, Focus = read.Focus, LastEdits = lasting.Count > 0 ? lasting : situation.LastEdits, Seen = situation.Files.Count };
        return EditText.Of(read.Edits);
    }

    private string Keep(Project project)
    {
        var draft = DraftWriter.Write(project, Labels) ?? throw new InvalidOperationException("The project is empty.");
        _drafts[draft] = project;
        return draft;
    }
}
