using System.Globalization;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Inbound;

/// <summary>Suggests values for an option while it is typed.</summary>
internal sealed class SuggestionProvider(IBotStore store, ISkillCatalog skills)
{
    private const int Most = 25;
    private const int LongestLabel = 100;

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken)
    {
        var all = kind is SuggestionKind.Skill
            ? skills.All.Select(s => new Suggestion(s.Name, s.Titles.GetValueOrDefault("en") ?? s.Name))
            : (await store.GetDraftsAsync(conversation, 100, cancellationToken).ConfigureAwait(false))
                .Select(d => new Suggestion(d.Version.ToString(CultureInfo.InvariantCulture), $"{d.Version}. {d.Summary}"));
        return [.. all
            .Where(s => s.Label.Contains(typed, StringComparison.OrdinalIgnoreCase) || s.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(s => s with { Label = TextSplitter.Shorten(s.Label, LongestLabel, t => t.Length) })];
    }
}
