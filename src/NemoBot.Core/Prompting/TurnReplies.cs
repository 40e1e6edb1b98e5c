using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting;

/// <summary>Ends a turn without a render: asks, holds, refuses, or says what can be done next.</summary>
internal sealed class TurnReplies(TurnFinalizer end)
{
    /// <summary>The answer of a turn that nothing is rendered for now, with what can be done about it.</summary>
    public static Answer Complete(TurnContext context, Answer answer, DraftChange change, string? cost, bool autoRender)
    {
        var lines = new List<string> { answer.Text };
        List<Button> buttons = [.. answer.Buttons];
        if (change.CanRender)
        {
            lines.Add(context.Texts[autoRender ? "render.later" : "render.off"]);
            buttons.Insert(0, ButtonSet.Export(change.Draft!, context.Texts));
        }

        if (cost is not null)
        {
            lines.Add(cost);
        }

        return new Answer(string.Join("\n\n", lines), buttons);
    }

    /// <summary>Files without words: asks what to make of them, with the skill's starters as buttons.</summary>
    public Task AskAsync(TurnContext context, PromptRequest request, List<string> notes)
    {
        var skill = context.Skill;
        var names = string.Join(", ", request.Files.Select(f => f.Name));
        notes.Add(request.Files.Count == 0
            ? context.Texts["talk.empty"]
            : context.Texts.Format(request.Files.Count == 1 ? "talk.what-file" : "talk.what-files", names));
        var starters = skill.Starters.GetValueOrDefault(context.Conversation.Language) ?? [];
        var buttons = starters.Select((s, i) => new Button(
            ButtonIds.Of(ButtonIds.Starter, skill.Name, i), ButtonSet.Label(s), ButtonStyle.Primary));
        return end.FinishAsync(context, TurnState.Done, new Answer(string.Join("\n\n", notes), [.. buttons]));
    }

    /// <summary>The share of the bot's account is spent; the embedded backend is free.</summary>
    public Task RefuseAsync(TurnContext context, string refusal)
    {
        Button[] local = context.Backends.Local is { } free && free.Traits.Name != context.Backend.Traits.Name
            ? [ButtonSet.Local(context.Turn.Id, context.Texts)]
            : [];
        return end.FinishAsync(context, TurnState.Failed, new Answer(refusal, [ButtonSet.Rerun(context.Turn.Id, context.Texts), .. local]));
    }

    /// <summary>The credits may not suffice: the author decides.</summary>
    public Task HoldAsync(TurnContext context, long price, long left, List<string> notes)
    {
        notes.Add(context.Texts.Format("credits.warning", price, left));
        return end.FinishAsync(context, TurnState.Held, new Answer(
            string.Join("\n\n", notes),
            new Button(ButtonIds.Of(ButtonIds.Go, context.Turn.Id), context.Texts["button.go"], ButtonStyle.Primary),
            new Button(ButtonIds.Of(ButtonIds.Drop, context.Turn.Id), context.Texts["button.cancel"], ButtonStyle.Danger)));
    }
}
