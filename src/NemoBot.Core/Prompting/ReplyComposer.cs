using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Text.Translation;
using NemoBot.Core.Timeline;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Writes the answer of a turn: what was said, what changed if nothing was said, what went wrong, what can be done.</summary>
internal sealed class ReplyComposer(CreditService credits)
{
    private const int MostOffers = 3;

    /// <param name="context">The turn.</param>
    /// <param name="notes">What was done to files, which skill was chosen.</param>
    /// <param name="transcript">What the backend said; null when the stream was lost.</param>
    /// <param name="change">What became of the timeline.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Answer> WriteAsync(
        TurnContext context, IReadOnlyList<string> notes, Transcript? transcript, DraftChange change, CancellationToken cancellationToken)
    {
        var lines = new List<string>(notes);
        var buttons = new List<Button>();
        var said = transcript?.Show() ?? "";
        if (said.Length > 0)
        {
            lines.Add(said);
        }
        else if (change.Differences.Count > 0)
        {
            lines.Add(string.Join("\n", change.Differences.Select(d => "• " + d)));
        }

        if (transcript is not null)
        {
            await AddErrorsAsync(context, transcript, change, lines, buttons, cancellationToken).ConfigureAwait(false);
            await ActAsync(context, transcript, change, lines, buttons, cancellationToken).ConfigureAwait(false);
        }

        if (lines.Count == notes.Count)
        {
            lines.Add(context.Texts["talk.nothing"]);
        }

        await AddKeepChoicesAsync(context, transcript, change, lines, buttons, cancellationToken).ConfigureAwait(false);
        return new Answer(string.Join("\n\n", lines), buttons);
    }

    private static async Task AddErrorsAsync(
        TurnContext context, Transcript transcript, DraftChange change, List<string> lines, List<Button> buttons, CancellationToken cancellationToken)
    {
        if (transcript.Errors.Count == 0)
        {
            return;
        }

        // Errors get a line of their own: they never replace what was said.
        var worst = transcript.Errors.FirstOrDefault(e => e.Kind is BackendErrorKind.OutOfCredits) ?? transcript.Errors[^1];
        var answer = FailureAnswer.Describe(worst, await TurnFailures.SituationAsync(context, cancellationToken).ConfigureAwait(false), context.Texts);
        lines.Add("⚠️ " + answer.Text);
        if (change.Draft is null)
        {
            // A turn that changed something is not offered again: the next request continues from there.
            buttons.AddRange(answer.Buttons);
        }
    }

    private async Task ActAsync(
        TurnContext context, Transcript transcript, DraftChange change, List<string> lines, List<Button> buttons, CancellationToken cancellationToken)
    {
        var offers = new List<string>();
        foreach (var action in transcript.Actions.DistinctBy(a => (a.Kind, a.Text)))
        {
            switch (action.Kind)
            {
                case GuiActionKind.ShowTimeline when change.Draft is null || !context.Conversation.AutoRender:
                    buttons.Add(ButtonSet.Show("timeline", context.Texts));
                    break;
                case GuiActionKind.ShowCredits when await credits.ReadAsync(context, cancellationToken).ConfigureAwait(false) is { } balance:
                    lines.Add(context.Texts.Format("credits.left", balance.Available));
                    break;
                case GuiActionKind.SendEdit when action.Text is { Length: > 0 } words && offers.Count < MostOffers:
                    buttons.Add(ButtonSet.Offer(context.Turn.Id, offers.Count, words));
                    offers.Add(words);
                    break;
                case GuiActionKind.Export when change.Draft is null:
                    buttons.Add(ButtonSet.ExportNewest(context.Texts));
                    break;
                default:
                    break;
            }
        }

        if (offers.Count > 0)
        {
            await context.SaveAsync(t => t with { Offers = offers }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>After a generation that added music, titles or effects by itself, they can be kept or taken away again.</summary>
    private static async Task AddKeepChoicesAsync(
        TurnContext context, Transcript? transcript, DraftChange change, List<string> lines, List<Button> buttons, CancellationToken cancellationToken)
    {
        if (transcript is not { HasGenerated: true } || change.Draft is null)
        {
            return;
        }

        var parts = TimelineParts.Of(change.Timeline);
        if (parts.Count == 0)
        {
            return;
        }

        lines.Add(TimelineSummary.Describe(change.Timeline, context.Texts));
        buttons.AddRange(ButtonSet.KeepChoices(parts, context.Texts));
        await context.SaveAsync(t => t with { HasGenerated = true }, cancellationToken).ConfigureAwait(false);
    }
}
