using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Writes the answer of a turn: what changed, what did not, and at most one suggestion.</summary>
internal sealed partial class AnswerWriter(Phrases phrases, IReadOnlyList<Asset> files)
{
    private const int MostOffers = 3;

    /// <summary>The answer about a project.</summary>
    /// <param name="before">The project before the turn; null if there was none.</param>
    /// <param name="result">What came of the edits.</param>
    /// <param name="read">What was understood.</param>
    /// <param name="answers">Answers to questions.</param>
    /// <param name="unused">New files that are used nowhere.</param>
    /// <param name="near">What comes nearest to what was not understood; null if nothing does.</param>
    public Reply Write(Project? before, EditResult result, Interpretation read, IReadOnlyList<string> answers, IReadOnlyList<Asset> unused, Near? near)
    {
        var undone = CutAnew(before, result, read);
        var changes = ProjectReport.Describe(undone ?? before, result.Project!, phrases);
        var history = undone is null ? result.HistoryNotes : [];
        List<string> sentences = [.. history.Select(phrases.Say), .. changes, .. result.Notes.Select(phrases.Say), .. answers, .. Fate(result, unused)];
        if (sentences.Count == 0 && result.Applied.Any(a => a.Edit is not Decline))
        {
            sentences.Add(NothingDone(read));
        }

        List<string> offers = [];
        Ask(read, sentences, offers);
        if (offers.Count == 0 && answers is [var answer] && Named().Match(answer) is { Success: true } named)
        {
            offers.Add(named.Groups["words"].Value);
        }

        if (read.Leftovers.Count > 0 && answers.Count == 0)
        {
            sentences.AddRange(NotDone(read.Leftovers, near?.Beyond));
        }

        var isNotUnderstood = sentences.Count == 0 && read.Edits.Count == 0 && (read.SmallTalk == SmallTalk.None || read.Suggestions.Count > 0);
        // 波形有点土，换一种 was understood; only which one is open.
        if (isNotUnderstood && !read.Suggestions.Contains(Suggestion.Visual))
        {
            sentences.Add(phrases.Say(near?.Beyond is null ? "unknown.all" : "beyond.all"));
        }

        Offer(result, read, near, isNotUnderstood || IsOpen(read, changes.Count), sentences, offers);
        if (offers.Count == 0 && changes.Count > 0 && before?.Output.Format == OutputFormat.Gif && result.Project!.Output.Format == OutputFormat.Gif)
        {
            sentences.Add(phrases.Say("output.gif-still"));
            offers.Add(phrases.Say("output.as-video"));
        }

        if (sentences.Count == 0)
        {
            sentences.Add(SmallTalkAnswer(read.SmallTalk));
        }

        return new Reply(phrases.Join(sentences), [.. offers.Take(MostOffers)]);
    }

    /// <summary>"Say “show the whole picture” to see all of it": the words that an answer names, for a button.</summary>
    [GeneratedRegex("(?:[Tt]ry: |[Ss]ay:? |Say for example |说|试试：)“(?<words>[^”]+)”", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>What waits for a yes, the nearest thing, or a suggestion: at most one of them.</summary>
    private void Offer(EditResult result, Interpretation read, Near? near, bool isOpen, List<string> sentences, List<string> offers)
    {
        if (result.Held.Count > 0)
        {
            Confirm(result, read, sentences, offers);
        }
        else if (offers.Count == 0 && near is not null)
        {
            Try(near.Words, sentences, offers);
        }
        else if (offers.Count == 0 && isOpen && result.Notes.All(n => n.Key != "title.how"))
        {
            Suggest(result.Project!, read, sentences, offers);
        }
    }

    /// <summary>"make the wave less busy": it is not like that already, the wish was not understood.</summary>
    private string NothingDone(Interpretation read) => read.Modifiers.Count > 0 && read.Leftovers.Count == 0
        ? phrases.Say("nothing.done") + (phrases.Chinese ? "" : " ") + phrases.Say("unknown", phrases.ListQuoted(read.Modifiers))
        : phrases.Say(read.Leftovers.Count > 0 ? "nothing.done" : "nothing.changed");

    /// <summary>Asks what is open, with what can be chosen.</summary>
    private void Ask(Interpretation read, List<string> sentences, List<string> offers)
    {
        if (read.Question is { } question)
        {
            sentences.Add(question);
        }

        if (read.Choice is { } choice)
        {
            sentences.Add(phrases.Say(choice.Question));
            offers.AddRange(choice.Offers.Select(phrases.Say));
        }
    }

    /// <summary>Asks whether to do what is held back.</summary>
    private void Confirm(EditResult result, Interpretation read, List<string> sentences, List<string> offers)
    {
        if (read.Wish is { } wish)
        {
            sentences.Add(phrases.Say("how.type", phrases.Say("quoted", wish)));
        }

        var held = phrases.Join(ProjectReport.Describe(result.Project, result.WithHeld!, phrases));
        if (held.Length == 0)
        {
            // "how do I remove the title" where there is none: nothing waits for a yes.
            return;
        }

        sentences.Add(phrases.Say(read.Leftovers.Count > 0 ? "confirm" : "confirm.supposed", held));
        offers.AddRange([Confirmation.Label(result.Project!, result.WithHeld!, phrases), phrases.Say("confirm.no")]);
    }

    /// <summary>
    /// "no, the first 12 seconds", after a cut: what the first cut took is back and of no interest, only the new one is. Null: no cut was made anew.
    /// </summary>
    private static Project? CutAnew(Project? before, EditResult result, Interpretation read) =>
        before is not null && read.Edits is [Undo { Steps: 1 }, CutRanges or KeepRanges] && result.Applied is [{ Before: { } undone }] && undone.Duration != before.Duration ? undone : null;

    private string SmallTalkAnswer(SmallTalk talk) => phrases.Say(
        talk.HasFlag(SmallTalk.Thanks) ? "thanks"
        : talk.HasFlag(SmallTalk.Greeting) ? "hello.again"
        : talk.HasFlag(SmallTalk.Unhappy) ? "unhappy"
        : talk.HasFlag(SmallTalk.No) ? "confirm.dropped"
        : talk.HasFlag(SmallTalk.Yes) ? "fine"
        : "nothing.said");

    /// <summary>Reports every file of the request that is not used.</summary>
    private IEnumerable<string> Fate(EditResult result, IReadOnlyList<Asset> unused) => unused
        .Where(f => (result.WithHeld is not { } then || !FileUse.IsUsed(then, f)) && result.Notes.All(n => !n.Arguments.Contains(f.Name)))
        .Select(f => phrases.Say(f.Facts.Kind == MediaKind.Image && MainMaterial.ShowsVideo(result.Project!) ? "picture.unused" : "file.unused", f.Name));

    /// <summary>Something was left, and nothing was changed that could be looked at instead.</summary>
    private static bool IsOpen(Interpretation read, int changes) => read.Suggestions.Count > 0 ? changes == 0 || read.Edits.Any(e => e is Decline)
        : read.Leftovers.Count > 0 && changes == 0 && read.Leftovers[^1] != "…";

    /// <summary>What was not understood, and what was but cannot be done.</summary>
    private IEnumerable<string> NotDone(IReadOnlyList<string> leftovers, string? beyond)
    {
        var cannot = leftovers.Where(l => beyond is { Length: 0 } || l == beyond).ToList();
        var unknown = leftovers.Where(l => !cannot.Contains(l)).ToList();
        if (cannot.Count > 0)
        {
            yield return phrases.Say("beyond", phrases.ListQuoted(cannot));
        }

        if (unknown.Count > 0)
        {
            yield return phrases.Say("unknown", phrases.ListQuoted(unknown));
        }
    }

    /// <summary>Offers something in the field of the request; if it names none, tells what kinds of things there are.</summary>
    private void Suggest(Project project, Interpretation read, List<string> sentences, List<string> offers)
    {
        Suggestion? near = read.Suggestions.Count > 0 ? read.Suggestions[0] : NearestField.To(string.Join(' ', read.Leftovers), read.Named, project, files);
        if (near == Suggestion.Captions && read.Edits.Any(e => e is AddCaptions))
        {
            // They were just asked for, and the answer says what is missing.
            return;
        }

        if (near is { } suggestion)
        {
            Try(phrases.Say("suggest." + suggestion), sentences, offers);
        }
        else
        {
            sentences.Add(phrases.Say("kinds"));
        }
    }

    /// <summary>Offers words as a button; quotes within quotes are single ones.</summary>
    private void Try(string? words, List<string> sentences, List<string> offers)
    {
        if (words is not null)
        {
            sentences.Add(phrases.Say("try", phrases.Say("quoted", words.Replace('“', '‘').Replace('”', '’'))));
            offers.Add(words);
        }
    }
}
