using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Commands;

/// <summary><c>/settings [name value]</c>: automatic rendering, and who may export, reset and change settings.</summary>
internal sealed class SettingsCommand : ICommand
{
    public IReadOnlyList<string> Names => ["settings"];

    public bool PassesLane => true;

    public bool IsReserved => true;

    public async Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var words = context.Request.Arguments.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Func<ConversationRecord, ConversationRecord>? change = words switch
        {
            ["render" or "auto-render" or "autorender", "on" or "yes" or "开"] => c => c with { AutoRender = true },
            ["render" or "auto-render" or "autorender", "off" or "no" or "关"] => c => c with { AutoRender = false },
            ["access", "everyone" or "all"] => c => c with { Access = AccessPolicy.Everyone },
            ["access", "admins" or "administrators"] => c => c with { Access = AccessPolicy.Administrators },
            _ => null,
        };
        if (change is not null)
        {
            await context.SaveConversationAsync(change, cancellationToken).ConfigureAwait(false);
        }

        var texts = context.Texts;
        var now = context.Conversation;
        List<string> lines = [texts[now.AutoRender ? "settings.render-on" : "settings.render-off"]];
        List<Button> buttons =
        [
            new(ButtonIds.Of(ButtonIds.Setting, "render", now.AutoRender ? "off" : "on"), texts[now.AutoRender ? "button.render-off" : "button.render-on"]),
        ];
        if (!context.Message.IsPrivate)
        {
            // Who may do what is no question where there is only one person.
            var isOpen = now.Access is AccessPolicy.Everyone;
            lines.Add(texts[isOpen ? "settings.access-everyone" : "settings.access-admins"]);
            buttons.Add(isOpen
                ? new(ButtonIds.Of(ButtonIds.Setting, "access", "admins"), texts["button.access-admins"])
                : new(ButtonIds.Of(ButtonIds.Setting, "access", "everyone"), texts["button.access-everyone"]));
        }

        var head = words.Length > 0 && change is null ? texts["settings.unknown"] + "\n\n" : "";
        return new Answer(head + string.Join('\n', lines), [.. buttons]);
    }
}
