using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Examples;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Reports;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Finds what can be done that comes nearest to what was not understood: the likest example that changes the project and does no harm.</summary>
internal sealed class Nearest(EditTools tools, Phrases phrases)
{
    private const double Like = 0.55;
    private const double LikeInPart = 0.65;
    private const double LikeBeyond = 0.72;
    private const int MostTried = 5;
    private const int MostClauses = 12;
    private static readonly char[] Breaks = [.. ".!?;,\n。！？；，、…"];

    /// <summary>What comes nearest to a message after it was carried out; null if nothing was left over or no example is like it.</summary>
    public async Task<Near?> ToAsync(Situation situation, Interpretation read, EditResult result, CancellationToken cancellationToken)
    {
        var declined = result.Applied.Select(a => a.Edit).OfType<Decline>().ToList();
        if (result.Project is not { } project || result.Held.Count > 0 || result.Questions.Count > 0 || !IsOpen(read, declined.Count))
        {
            return null;
        }

        var done = result.Applied.Select(a => a.Edit).Where(e => e is not Decline).ToList();
        var next = situation with
        {
            Project = project,
            Seen = situation.Files.Count,
            Focus = read.Focus,
            LastEdits = done.Count > 0 ? done : situation.LastEdits,
            IsAsked = true,
        };
        var named = Declines.All.Where(d => declined.Any(w => w.Wish == d.Wish)).Select(d => Features.Of(d.Concept)).ToList();
        if (declined.Count > 0 && named.Count == 0 && read.Leftovers.Count == 0)
        {
            // The answer says what can be done instead.
            return null;
        }

        var isPart = declined.Count == 0 && ProjectReport.Describe(situation.Project, project, phrases).Count > 0;
        foreach (var (part, example) in Likest(situation.Text, read.Leftovers, isPart, named))
        {
            if (example.Words.Length == 0)
            {
                return read.Suggestions.Count > 0 ? null : new Near(null, part.Leftover);
            }

            if (Slots.Fill(example.Words, situation.Text) is { } words && await FitsAsync(next with { Text = words }, result, done, cancellationToken))
            {
                return new Near(words, example.IsBeyond ? part.Leftover : null);
            }
        }

        return null;
    }

    /// <summary>The examples that are most like a message, with the part of it that they are like.</summary>
    /// <param name="text">The message.</param>
    /// <param name="leftovers">What of it was not understood: an example must share something with it.</param>
    /// <param name="isPart">The message was carried out in part.</param>
    /// <param name="named">Meanings that were declined: an example must share one of them.</param>
    private IEnumerable<((string Text, string Leftover) Part, Example Example)> Likest(
        string text, IReadOnlyList<string> leftovers, bool isPart, List<string> named)
    {
        var rest = Features.Of(string.Join('\n', leftovers)).Where(Features.IsStrong).ToList();
        return Parts(text, leftovers, isPart)
            .SelectMany(p => ExampleBook.In(phrases.Chinese).Near(Features.Of(p.Text)).Select(n => (Part: p, n.Example, n.Likeness)))
            .Where(n => n.Likeness >= (n.Example.IsBeyond && named.Count == 0 ? LikeBeyond : isPart ? LikeInPart : Like)
                && (rest.Count == 0 || n.Example.Features.Overlaps(rest)) && (named.Count == 0 || n.Example.Features.Overlaps(named)))
            .OrderByDescending(n => n.Likeness).Take(MostTried).Select(n => (n.Part, n.Example));
    }

    private static bool IsOpen(Interpretation read, int declined) =>
        read.Leftovers.Count > 0 || declined > 0 || read.Suggestions.Count > 0 || (read.Edits.Count == 0 && read.SmallTalk == SmallTalk.None);

    /// <summary>What to compare: of a message that was carried out in part the clauses with a rest, else all of it and each of its clauses.</summary>
    private static IEnumerable<(string Text, string Leftover)> Parts(string text, IReadOnlyList<string> leftovers, bool isPart)
    {
        var clauses = text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return isPart ? leftovers.Select(l => (Array.Find(clauses, c => c.Contains(l, StringComparison.OrdinalIgnoreCase)) ?? l, l))
            : clauses.Length > 1 ? clauses.Take(MostClauses).Prepend(text).Select(c => (c, "")) : [(text, "")];
    }

    /// <summary>The words are understood wholly, would change the project and take nothing away.</summary>
    private async Task<bool> FitsAsync(Situation next, EditResult now, IReadOnlyList<Edit> done, CancellationToken cancellationToken)
    {
        var read = Interpreter.Read(next);
        if (read.Edits.Count == 0 || read.Certainty != Certainty.Sure || read.Choice is not null || read.Edits.Any(done.Contains)
            || read.Edits.Any(e => e is Ask or Decline or Undo or Redo or GoToVersion or KeepHighlight))
        {
            return false;
        }

        if (read.Edits.Any(e => e is AddCaptions or RemoveSilence))
        {
            // Listening is slow; the rest of what it needs is known.
            var canCaption = tools.Captions is not null && next.Project!.Captions is null;
            return read.Edits.All(e => e is RemoveSilence ? tools.Sound is not null : e is not AddCaptions || canCaption);
        }

        var then = await new ProjectEditor(tools, next.Files, _ => null).ApplyAsync(now.History, next.Project, read.Edits, read.Certainty, cancellationToken);
        return then.Project is { } changed && ProjectReport.Describe(next.Project, changed, phrases).Count > 0 && !Harm.IsDone(next.Project, changed);
    }
}
