using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Prompting.Uploads;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/help</c> and <c>/start</c>: what the bot can do, with the chosen skill's starters as buttons.</summary>
internal sealed class HelpCommand(PlatformDirectory platforms) : ICommand
{
    public IReadOnlyList<string> Names => ["help", "start", "make", "upload"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => false;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        // "/start music-to-ai" opens that skill: links to the bot can carry it.
        if (context.Request.Command == "start" && context.Skills.Find(context.Request.Arguments) is { } wanted)
        {
            await context.UpdateConversationAsync(c => c with { Skill = wanted.Name }, cancellationToken).ConfigureAwait(false);
        }

        var texts = context.Texts;
        var skill = context.Skill;
        if (context.Request.Command is "make" or "upload")
        {
            return new Answer(texts.Format("help.make", FileTypes.List(context), ByteText.Of(skill.MaxBytes)), Starters(context, skill));
        }

        var lines = new List<string>
        {
            skill.Greetings.GetValueOrDefault(texts.Language) ?? texts["help.greeting"],
            texts["help.examples"],
            string.Join("\n", CommandCatalog.All.Select(c => $"/{c.Name} – {c.Descriptions[texts.Language]}")),
        };
        if (platforms.For(context.Key) is IHelpNotes notes
            && await notes.GetHelpNoteAsync(context.Key, texts.Language, cancellationToken).ConfigureAwait(false) is { } note)
        {
            lines.Add(note);
        }

        return new Answer(string.Join("\n\n", lines), Starters(context, skill));
    }

    private static Button[] Starters(TurnContext context, Skill skill) =>
        [.. (skill.Starters.GetValueOrDefault(context.Texts.Language) ?? []).Select((s, i) =>
            new Button(ButtonIds.Of(ButtonIds.Starter, skill.Name, i), ButtonSet.Label(s)))];
}
