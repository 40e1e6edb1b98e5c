using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary><c>/settings [name value]</c>: automatic rendering, and in groups who may export, reset and change settings.</summary>
internal sealed class SettingsCommand(PlatformDirectory platforms) : ICommand
{
    private static readonly string[] OfGroups = ["role", "group", "角色"];

    public IReadOnlyList<string> Names => ["settings"];

    public bool BypassesQueue => true;

    public bool RequiresAdmin => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var words = context.Request.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var change = Read([.. words.Select(w => w.ToLowerInvariant())])
            ?? await ReadGroupAsync(context, words, cancellationToken).ConfigureAwait(false);
        var newest = context.Conversation;
        if (change is not null)
        {
            newest = await context.UpdateConversationAsync(change, cancellationToken).ConfigureAwait(false);
        }

        var head = words.Length > 0 && change is null ? Unknown(context, words) + "\n\n" : "";
        return Show(newest, head, !context.Message.IsPrivate, context.Texts);
    }

    private static Func<ConversationRecord, ConversationRecord>? Read(string[] words) => words switch
    {
        ["render" or "auto-render" or "autorender", "on" or "yes" or "开"] => c => c with { AutoRender = true },
        ["render" or "auto-render" or "autorender", "off" or "no" or "关"] => c => c with { AutoRender = false },
        ["access", "everyone" or "all"] => c => c with { Access = AccessPolicy.Everyone, AccessGroup = null },
        ["access", "admins" or "administrators"] => c => c with { Access = AccessPolicy.Administrators, AccessGroup = null },
        _ => null,
    };

    /// <summary><c>access role Editors</c>, or the role right after <c>access</c>.</summary>
    private async Task<Func<ConversationRecord, ConversationRecord>?> ReadGroupAsync(
        TurnContext context, string[] words, CancellationToken cancellationToken)
    {
        if (NameOfGroup(words) is not { } name || platforms.For(context.Key) is not IRoleLookup groups)
        {
            return null;
        }

        var found = await groups.FindGroupAsync(context.Key, name, cancellationToken).ConfigureAwait(false);
        return found is null ? null : c => c with { Access = AccessPolicy.Group, AccessGroup = found };
    }

    private static string? NameOfGroup(string[] words)
    {
        if (words.Length < 2 || !words[0].Equals("access", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = string.Join(' ', words.Skip(OfGroups.Contains(words[1].ToLowerInvariant()) ? 2 : 1));
        return name.Length > 0 ? name : null;
    }

    private string Unknown(TurnContext context, string[] words) => NameOfGroup(words) is { } name && platforms.For(context.Key) is IRoleLookup
        ? context.Texts.Format("settings.unknown-group", name)
        : context.Texts["settings.unknown"];

    /// <summary>Who may do what is no question in a chat of two.</summary>
    private static Answer Show(ConversationRecord now, string head, bool isGroup, Texts texts)
    {
        List<string> lines = [texts[now.AutoRender ? "settings.render-on" : "settings.render-off"]];
        List<Button> buttons = [Choice("render", now.AutoRender ? "off" : "on", texts)];
        if (isGroup || now.Access is not AccessPolicy.Everyone)
        {
            lines.Add(Access(now, texts));
            buttons.AddRange(Others(now.Access).Select(a => Choice("access", a, texts)));
        }

        return new Answer(head + string.Join('\n', lines), buttons);
    }

    private static string Access(ConversationRecord now, Texts texts) => now switch
    {
        { Access: AccessPolicy.Everyone } => texts["settings.access-everyone"],
        { Access: AccessPolicy.Group, AccessGroup: { } group } => texts.Format("settings.access-group", group.Name),
        _ => texts["settings.access-admins"],
    };

    private static string[] Others(AccessPolicy access) => access switch
    {
        AccessPolicy.Everyone => ["admins"],
        AccessPolicy.Administrators => ["everyone"],
        _ => ["admins", "everyone"],
    };

    private static Button Choice(string setting, string value, Texts texts) =>
        new(ButtonIds.Of(ButtonIds.Setting, setting, value), texts[$"button.{setting}-{value}"]);
}
