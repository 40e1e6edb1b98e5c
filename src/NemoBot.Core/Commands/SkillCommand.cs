using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/skill [name]</c>: how videos are made here.</summary>
internal sealed class SkillCommand : ICommand
{
    public IReadOnlyList<string> Names => ["skill"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var texts = context.Texts;
        var wanted = context.Request.Arguments.Trim();
        if (wanted.Length == 0)
        {
            return List(context, texts["skill.title"]);
        }

        if (context.Skills.Find(wanted) is not { } skill)
        {
            return List(context, texts["skill.unknown"]);
        }

        await context.UpdateConversationAsync(c => c with { Skill = skill.Name }, cancellationToken).ConfigureAwait(false);
        var lines = new List<string> { texts.Format("skill.chosen", Title(skill, texts.Language)) };
        if (skill.Tips.GetValueOrDefault(texts.Language) is { Length: > 0 } tip)
        {
            lines.Add(tip);
        }

        return new Answer(string.Join("\n", lines));
    }

    private static Answer List(TurnContext context, string head)
    {
        var language = context.Texts.Language;
        var lines = context.Skills.All.Select(s => $"{(s.Name == context.Skill.Name ? "●" : "○")} {Title(s, language)} – "
            + $"{string.Join(", ", s.AcceptedTypes.Select(t => t.ToUpperInvariant()))}, {ByteText.Of(s.MaxBytes)}");
        var buttons = context.Skills.All.Select(s => new Button(ButtonIds.Of(ButtonIds.Skill, s.Name), ButtonSet.Label(Title(s, language))));
        return new Answer(head + "\n" + string.Join("\n", lines), [.. buttons]);
    }

    private static string Title(Skill skill, string language) => skill.Titles.GetValueOrDefault(language) ?? skill.Name;
}
