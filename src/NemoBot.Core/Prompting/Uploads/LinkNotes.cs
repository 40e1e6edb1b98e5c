using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Sorts links that do not end like a file: those to try, and those of which the sender is told why nothing was fetched.</summary>
internal static class LinkNotes
{
    /// <summary>Links that the backend may try.</summary>
    public static IReadOnlyList<Uri> Uncertain(TurnContext context, string words) =>
        context.Backend.Traits.ChecksLinks ? [.. LinkFinder.FindUnusable(words).Where(LinkFinder.MayBeFile)] : [];

    /// <summary>A note for each link that is not tried.</summary>
    public static IEnumerable<string> Describe(TurnContext context, string words) => LinkFinder.FindUnusable(words)
        .Where(l => !(context.Backend.Traits.ChecksLinks && LinkFinder.MayBeFile(l)))
        .Select(l => Describe(l, context.Texts));

    private static string Describe(Uri link, Texts texts) => texts.Format(
        !LinkFinder.IsWeb(link) ? "file.link-scheme" : ShareLinks.IsClosed(link) ? "file.link-closed" : "file.link-unknown",
        link.Host + link.AbsolutePath);
}
