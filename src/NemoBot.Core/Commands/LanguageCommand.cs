using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/language [en|zh]</c>.</summary>
internal sealed class LanguageCommand : ICommand
{
    private static readonly string[] English = ["en", "english", "英文", "英语"];
    private static readonly string[] Chinese = ["zh", "chinese", "中文", "汉语", "zh-cn"];

    public IReadOnlyList<string> Names => ["language"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Request.Arguments.Trim().ToLowerInvariant();
        var language = English.Contains(wanted) ? "en" : Chinese.Contains(wanted) ? "zh" : null;
        if (language is null)
        {
            // Each language is offered in its own name: the reader may not understand the other.
            return new Answer(
                context.Texts["language.ask"],
                new Button(ButtonIds.Of(ButtonIds.Language, "en"), "English"),
                new Button(ButtonIds.Of(ButtonIds.Language, "zh"), "中文"));
        }

        await context.UpdateConversationAsync(c => c with { Language = language, LanguageChosen = true }, cancellationToken).ConfigureAwait(false);
        return new Answer(Texts.For(language)["language.chosen"]);
    }
}
