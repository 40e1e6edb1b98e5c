using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;

namespace NemoBot.Core.Access;

/// <summary>What the operator's lists say about a person, a chat and a server.</summary>
internal sealed class AccessLists(IOptionsMonitor<AccessOptions> options, PlatformDirectory platforms)
{
    private AccessOptions Options => options.CurrentValue;

    /// <summary>True if the person runs the bot. A name that a visitor chose makes nobody an administrator.</summary>
    public bool IsBotAdministrator(ConversationKey chat, Author author) => AssuranceOf(chat) switch
    {
        AuthorAssurance.Operator => true,
        AuthorAssurance.Verified => Has(Options.Administrators, chat.Platform, author.Id),
        _ => false,
    };

    public bool IsBlocked(ConversationKey chat, Author author, string? server) =>
        Has(Options.BlockedUsers, chat.Platform, author.Id)
        || Has(Options.BlockedChats, chat.Platform, chat.Channel)
        || (server is not null && Has(Options.BlockedServers, chat.Platform, server));

    public bool IsAllowed(ConversationKey chat, Author author, string? server) =>
        !Options.OnlyKnown
        || IsBotAdministrator(chat, author)
        || (AssuranceOf(chat) is AuthorAssurance.Verified && Has(Options.AllowedUsers, chat.Platform, author.Id))
        || Has(Options.AllowedChats, chat.Platform, chat.Channel)
        || (server is not null && Has(Options.AllowedServers, chat.Platform, server));

    /// <summary>Who is paired by a code: the person; where visitors choose their names, the chat.</summary>
    public string PairedAs(ConversationKey chat, Author author) =>
        AssuranceOf(chat) is AuthorAssurance.SelfNamed ? chat.ToString() : $"{chat.Platform}:{author.Id}";

    private AuthorAssurance AssuranceOf(ConversationKey chat) =>
        platforms.Has(chat) && platforms.For(chat) is IAuthorAssurance platform ? platform.Assurance : AuthorAssurance.Verified;

    private static bool Has(IList<string> entries, string platform, string id) =>
        entries.Any(e => e == $"{platform}:{id}" || e == $"{platform}:*");
}
