using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Understands one message of a session, carries it out and writes the answer. Writes nothing to disk.</summary>
internal sealed class TurnPlanner(AssetStore assets, EditTools tools, IMessageReader reader, TimeProvider clock)
{
    /// <summary>Carries a message out on a session's record.</summary>
    public async Task<TurnOutcome> RunAsync(SessionRecord session, string text, bool? chinese, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var opened = SessionHistory.Open(session);
        text = Offered.Choose(opened.Offers, text, opened.Pending is not null) ?? text;
        var known = await assets.LoadAsync([.. opened.Assets, .. AssetIds.In([opened.Draft, .. opened.Versions])], opened.UserId, cancellationToken);
        var files = opened.Assets.Select(known.GetValueOrDefault).OfType<Asset>().ToList();
        var seen = opened.Assets.Take(opened.Seen).Count(known.ContainsKey);
        Project? Read(string draft) => ReadDraft(draft, known);
        var situation = new Situation
        {
            Text = opened.Deferred.Length == 0 ? Confirmation.Words(text) : $"{opened.Deferred}\n{text}",
            Project = opened.Draft is { } draft ? Read(draft) : null,
            Files = files,
            Seen = seen,
            Focus = Enum.TryParse<Subject>(opened.Focus, out var focus) ? focus : Subject.None,
            LastEdits = EditJson.Read(opened.LastEdits),
            IsAsked = opened.Offers.Count > 0,
            CanRedo = opened.Future.Count > 0,
            Versions = () => opened.Versions.Select((draft, i) => (Number: opened.FirstVersion + i, Project: Read(draft)))
                .Where(v => v.Project is not null).ToDictionary(v => v.Number, v => v.Project!),
        };
        var phrases = Phrases.In(chinese ?? LanguageChoice.IsChinese(text, opened.Language));
        var read = await reader.ReadAsync(situation, cancellationToken);
        var pending = Confirmed(opened, text, read) ? EditJson.Read(opened.Pending) : [];
        var edits = pending.Count > 0 ? pending : read.Edits;
        var certainty = pending.Count == 0 ? read.Certainty : Certainty.Sure;
        var editor = new ProjectEditor(tools with { Progress = progress }, files, Read);
        var result = await editor.ApplyAsync(opened, situation.Project, edits, certainty, cancellationToken);
        return result.Project is { Clips.Count: > 0 } or { Slides.Count: > 0 }
            ? await CompleteAsync(opened, situation, read, result, edits, phrases, Read, cancellationToken)
            : Wait(text, situation, read, phrases);
    }

    private static bool Confirmed(SessionRecord session, string text, Interpretation read) => session.Pending is not null
        && (text.Trim() == session.Confirmation || (!Confirmation.IsButton(text) && IsYes(read)));

    private static bool IsYes(Interpretation read) =>
        read.SmallTalk.HasFlag(SmallTalk.Yes) && !read.SmallTalk.HasFlag(SmallTalk.No) && read.Edits.Count == 0;

    private async Task<TurnOutcome> CompleteAsync(
        SessionRecord opened,
        Situation situation,
        Interpretation read,
        EditResult result,
        IReadOnlyList<Edit> edits,
        Phrases phrases,
        Func<string, Project?> readDraft,
        CancellationToken cancellationToken)
    {
        var project = result.Project!;
        var answers = new Answers(project, opened, situation.Files, readDraft, phrases);
        var near = await new Nearest(tools, phrases).ToAsync(situation, read, result, cancellationToken);
        List<string> answered = [.. result.Questions.Distinct().Select(answers.To), .. edits.OfType<CompareVersions>().Select(answers.To)];
        var reply = new AnswerWriter(phrases, situation.Files).Write(situation.Project, result, read, answered, UnusedFiles(situation, result), near);
        var draft = await DraftOfAsync(project, result.History.Draft, phrases, readDraft, cancellationToken);
        var lasting = result.Applied.Where(a => a.Edit is not Decline).Select(a => a.Edit).ToList();

        // What had no effect is not gone on with: the undo of a correction would take back what was done before it. A question is.
        var asked = lasting.Where(e => e is AskForMusic or AskForTitle or AskForFile).ToList();
        var isFutile = draft == result.History.Draft && !lasting.Exists(e => e is Undo or Redo or GoToVersion);
        return new TurnOutcome
        {
            Project = project,
            Reply = reply,
            Chinese = phrases.Chinese,
            Steps = [.. Steps(result, phrases)],
            Update = s => Kept(s, situation, draft is null ? opened : SessionHistory.Commit(opened, result.History, draft)) with
            {
                Focus = read.Focus.ToString(),
                LastEdits = lasting.Count == 0 ? s.LastEdits : isFutile ? asked.Count > 0 ? EditJson.Write(asked) : null : EditJson.Write(lasting),
                Confirmation = result.Held.Count > 0 ? Confirmation.Label(project, result.WithHeld!, phrases) : null,
                Pending = result.Held.Count > 0 ? EditJson.Write(result.Held) : null,
                Deferred = "",
                Offers = reply.Offers,
            },
        };
    }

    /// <summary>New files that neither show nor sound in the project, and whose lines it did not take.</summary>
    private static List<Asset> UnusedFiles(Situation situation, EditResult result)
    {
        var used = FileUse.Of(result.Project!);
        var captioned = result.Applied.Select(a => a.Edit).OfType<PlaceFile>().Where(p => p.As == FileRole.Captions)
            .Select(p => p.File).ToHashSet(StringComparer.Ordinal);
        return [.. situation.NewFiles.Where(f => !used.Contains(f.Id) && !captioned.Contains(f.Id))];
    }

    /// <summary>The current record with the versions of the turn: files that came meanwhile stay unseen.</summary>
    private static SessionRecord Kept(SessionRecord current, Situation situation, SessionRecord history) => current with
    {
        Draft = history.Draft,
        Versions = history.Versions,
        FirstVersion = history.FirstVersion,
        Version = history.Version,
        Past = history.Past,
        Future = history.Future,
    };

    /// <summary>The project's draft; the one that is there if nothing changed, whatever language its labels are in.</summary>
    private async Task<string?> DraftOfAsync(
        Project project, string? current, Phrases phrases, Func<string, Project?> read, CancellationToken cancellationToken)
    {
        var labels = new DraftLabels(phrases.Chinese);
        var draft = DraftWriter.Write(project, labels);
        return current is not null && read(current) is { } shown && DraftWriter.Write(shown, labels) == draft
            ? current
            : DraftWriter.Write(project, labels, await SoundPeaks.ReadAsync(tools.Sound, project, clock, cancellationToken));
    }

    private static IEnumerable<Step> Steps(EditResult result, Phrases phrases)
    {
        foreach (var note in result.HistoryNotes)
        {
            yield return new Step("go_to_version", [new("summary", phrases.Say(note))]);
        }

        foreach (var applied in result.Applied)
        {
            if (ProjectReport.Describe(applied.Before, applied.After, phrases) is { Count: > 0 } lines)
            {
                yield return new Step(applied.Edit.Tool, [new("summary", phrases.Join(lines))]);
            }
        }
    }

    /// <summary>There is nothing to show yet: wishes are remembered until a file comes.</summary>
    private static TurnOutcome Wait(string text, Situation situation, Interpretation read, Phrases phrases)
    {
        if (AnswerTo(text, situation, phrases) is { } answer)
        {
            return new TurnOutcome { Reply = new Reply(answer, []), Chinese = phrases.Chinese, Update = s => s };
        }

        var asksForHelp = read.Edits.Any(e => e is Ask { About: Question.Abilities });
        var help = !read.IsRequest || read.SmallTalk.HasFlag(SmallTalk.Greeting) || asksForHelp;
        var key = situation.Files.Count > 0 ? "waiting.picture" : help ? "hello" : "waiting";
        var deferred = (read.IsRequest && !asksForHelp) || situation.Files.Count > 0;
        return new TurnOutcome
        {
            Reply = new Reply(asksForHelp ? phrases.Join([phrases.Say("hello"), phrases.Say("can")]) : phrases.Say(key), []),
            Chinese = phrases.Chinese,
            Update = s => s with { Deferred = deferred ? situation.Text : "" },
        };
    }

    /// <summary>The answer to a message that only asks; null if it wishes for something. A question is not remembered like a wish.</summary>
    private static string? AnswerTo(string text, Situation situation, Phrases phrases)
    {
        var asked = Interpreter.Read(situation with { Text = text }).Edits;
        if (asked.Count == 0 || !asked.All(e => e is Ask or PlaceFile))
        {
            return null;
        }

        List<string> answers = [.. asked.OfType<Ask>().Select(a => Answers.Anytime(a.About, phrases)).OfType<string>().Distinct()];
        return answers.Count > 0 ? phrases.Join(answers) : null;
    }

    private static Project? ReadDraft(string draft, IReadOnlyDictionary<string, Asset> known)
    {
        try
        {
            return new DraftReader(known.GetValueOrDefault).Read(draft);
        }
        catch (DraftException)
        {
            // A file of it was deleted from outside: a new beginning is better than a session that is stuck.
            return null;
        }
    }
}
