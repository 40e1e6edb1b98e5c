using NemoBot.Core.Platforms;
using NemoBot.Discord.Commands;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Interactions;

/// <summary>Completes the options for skills and versions.</summary>
internal sealed class AutocompleteHandler(InteractionResponder responder, DiscordOptions options, TimeProvider clock)
{
    private const int MaxChoices = 25;
    private const int MaxLength = 100;

    public async Task AnswerAsync(WireInteraction interaction, ConversationKey conversation, IInboundSink sink, CancellationToken cancellationToken)
    {
        var option = interaction.Data?.Options?.FirstOrDefault(o => o.Focused == true);
        IReadOnlyList<Suggestion> found = [];
        if (option?.Name is OptionNames.Skill or OptionNames.Version)
        {
            var kind = option.Name == OptionNames.Skill ? SuggestionKind.Skill : SuggestionKind.Version;
            using var late = new CancellationTokenSource(options.AutocompleteTimeout, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            try
            {
                found = await sink.SuggestAsync(conversation, kind, CommandText.Value(option), both.Token).WaitAsync(both.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // An empty list in time is better than a complete one too late.
            }
        }

        var choices = found.Where(s => s.Value.Length is > 0 and <= MaxLength).Take(MaxChoices)
            .Select(s => new ChoiceBody { Name = Name(s), Value = s.Value })
            .ToList();
        await responder.ReplyAsync(
            interaction,
            new InteractionReply { Type = InteractionKinds.Choices, Data = new InteractionReplyData { Choices = choices } },
            cancellationToken);
    }

    private static string Name(Suggestion suggestion)
    {
        var label = suggestion.Label.Length > 0 ? suggestion.Label : suggestion.Value;
        return LabelText.Fit(label, MaxLength);
    }
}
