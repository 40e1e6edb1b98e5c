using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Store;
using NemoBot.LocalNemo.Turns;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A message carried out on a project, without a server.</summary>
internal sealed record Understood(Interpretation Read, EditResult Result, string Answer, IReadOnlyList<string> Offers)
{
    public Project Project => Result.Project!;

    /// <summary>Understands and carries out a message as a turn does.</summary>
    public static async Task<Understood> ByAsync(Situation situation, bool chinese = false, EditTools? tools = null)
    {
        var read = Interpreter.Read(situation);
        var record = new SessionRecord { SessionId = "1", TaskId = "1", TaskName = "t", UserId = "u", Language = chinese ? "zh-CN" : "en", UsedAt = DateTimeOffset.UnixEpoch };
        var result = await new ProjectEditor(tools ?? new EditTools(), situation.Files, _ => null)
            .ApplyAsync(record, situation.Project, read.Edits, read.Certainty, CancellationToken.None);
        var phrases = Phrases.In(LanguageChoice.IsChinese(situation.Text, record.Language));
        if (result.Project is null)
        {
            return new Understood(read, result, "", []);
        }

        var answers = new Answers(result.Project, record, situation.Files, _ => null, phrases);
        var used = FileUse.Of(result.Project);
        var near = await new Nearest(tools ?? new EditTools(), phrases).ToAsync(situation, read, result, CancellationToken.None);
        var reply = new AnswerWriter(phrases, situation.Files).Write(
            situation.Project, result, read, [.. result.Questions.Select(answers.To)], [.. situation.NewFiles.Where(f => !used.Contains(f.Id))], near);
        return new Understood(read, result, reply.Text, reply.Offers);
    }
}
