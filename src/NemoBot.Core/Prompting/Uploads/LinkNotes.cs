using NemoBot.Core.Backend;
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

    /// <summary>The backend could not use a link, but works.</summary>
    public static bool IsOfLink(BackendError error) => TextOf(error.Kind) is not null;

    /// <summary>Why the backend could not use a link.</summary>
    public static string Describe(TurnContext context, BackendError error, Uri link) => context.Texts.Format(TextOf(error.Kind) ?? "file.link-dead", ShownOf(link));

    // A service without codes of its own for links gives no reason.
    private static string? TextOf(BackendErrorKind kind) => kind switch
    {
        BackendErrorKind.Other => "file.link-dead",
        BackendErrorKind.UnsupportedFile => "file.link-unreadable",
        BackendErrorKind.FileTooLarge => "file.link-too-large",
        BackendErrorKind.LinkGone => "file.link-gone",
        BackendErrorKind.LinkDenied => "file.link-denied",
        BackendErrorKind.LinkUnanswered => "file.link-unanswered",
        BackendErrorKind.LinkPage => "file.link-page",
        _ => null,
    };

    /// <summary>Without the query, which may hold keys; names in any script as they are read.</summary>
    private static string ShownOf(Uri link) => link.Host + Uri.UnescapeDataString(link.AbsolutePath);

    private static string Describe(Uri link, Texts texts) => texts.Format(
        !LinkFinder.IsWeb(link) ? "file.link-scheme" : ShareLinks.IsClosed(link) ? "file.link-closed" : "file.link-unknown",
        ShownOf(link));
}
