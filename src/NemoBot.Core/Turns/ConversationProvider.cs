using NemoBot.Core.Backend;
using NemoBot.Core.Links;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;

namespace NemoBot.Core.Turns;

/// <summary>Finds the record of a conversation, or begins one; lets its language follow what people write.</summary>
internal sealed class ConversationProvider(IBotStore store, ISkillCatalog skills, TimeProvider clock)
{
    private const int WordsOfALanguage = 3;
    private const int LettersOfACharacter = 2;

    public async Task<ConversationRecord> GetAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var found = await store.GetConversationAsync(message.Conversation, cancellationToken).ConfigureAwait(false);
        var language = LanguageOf(message, found);
        if (found is not null && found.Language == language && !found.IsClosed)
        {
            return found;
        }

        if (found is not null)
        {
            var now = clock.GetUtcNow();
            var updated = await store.UpdateConversationAsync(
                message.Conversation,
                c => c with { Language = c.LanguageChosen ? c.Language : language, IsClosed = false, UpdatedAt = now },
                cancellationToken).ConfigureAwait(false);
            if (updated is not null)
            {
                return updated;
            }
        }

        return await store.AddConversationAsync(Begin(message.Conversation, language), cancellationToken).ConfigureAwait(false);
    }

    public ConversationRecord Begin(ConversationKey key, string language) => new()
    {
        Key = key,
        Skill = skills.Default.Name,
        Language = language,
        CreatedAt = clock.GetUtcNow(),
        UpdatedAt = clock.GetUtcNow(),
    };

    private static string LanguageOf(InboundMessage message, ConversationRecord? found)
    {
        if (found is { LanguageChosen: true })
        {
            return found.Language;
        }

        if (message.ActionId is null)
        {
            // "add title '早安'" is English: a Chinese character says about as much as a short English word.
            var text = WebAddresses.Remove(message.Text);
            var chinese = text.Count(IsChinese);
            if (chinese > 0 && chinese * LettersOfACharacter >= text.Count(char.IsAsciiLetter))
            {
                return "zh";
            }

            // A word or two ("export", "ok") says nothing about the language of the people.
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => char.IsAsciiLetter(w[0]));
            if (words >= WordsOfALanguage)
            {
                return "en";
            }
        }

        return found?.Language ?? Texts.For(message.Language).Language;
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';
}
