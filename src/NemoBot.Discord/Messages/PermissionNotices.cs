using System.Globalization;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Messages;

/// <summary>
/// Names a missing permission, to the person alone where possible: with the token of a command, else in the channel if only files are
/// refused, else in a direct message to whoever last addressed the bot.
/// </summary>
internal sealed class PermissionNotices(DiscordApi api, ChannelRegistry registry, OpenInteractions interactions, FollowUps followUps)
{
    /// <summary>Notifies once about a send that Discord refused.</summary>
    public async Task NotifyAsync(string channel, RestResponse refusal, bool isFile, CancellationToken cancellationToken)
    {
        if (refusal.Code is not (ErrorCodes.MissingAccess or ErrorCodes.MissingPermissions) || registry.Find(channel) is not { } state)
        {
            return;
        }

        var onlyFiles = isFile && refusal.Code == ErrorCodes.MissingPermissions && !state.IsReadOnly;
        var missing = onlyFiles ? "permission.attach" : refusal.Code == ErrorCodes.MissingAccess ? "permission.view" : "permission.send";
        var isNew = onlyFiles || !state.IsReadOnly;
        state.IsReadOnly |= !onlyFiles;
        if (!isNew)
        {
            return;
        }

        if (interactions.Latest(channel) is { } open)
        {
            await NotifyByTokenAsync(open, missing, isReadOnly: !onlyFiles, cancellationToken);
        }
        else if (onlyFiles)
        {
            var words = Words.For(state.LastAuthorWritesChinese ? "zh" : "en");
            await api.CreateMessageAsync(channel, MessageBodies.Text(FollowUps.NoteFor(words, [missing], isReadOnly: false), []), file: null, cancellationToken);
        }
        else if (state.LastAuthor != 0)
        {
            await NotifyDirectlyAsync(state, channel, missing, cancellationToken);
        }
    }

    private Task NotifyByTokenAsync(OpenInteraction open, string missing, bool isReadOnly, CancellationToken cancellationToken)
    {
        if (open.IsNotified)
        {
            return Task.CompletedTask;
        }

        open.IsNotified = true;
        return followUps.NotifyAsync(open, FollowUps.NoteFor(Words.For(open.Language), [missing], isReadOnly), cancellationToken);
    }

    private async Task NotifyDirectlyAsync(ChannelState state, string channel, string missing, CancellationToken cancellationToken)
    {
        var direct = await api.OpenDirectAsync(state.LastAuthor.ToString(CultureInfo.InvariantCulture), cancellationToken);
        if (direct.IsSuccess)
        {
            var words = Words.For(state.LastAuthorWritesChinese ? "zh" : "en");

            // Escaping would break the link to the channel.
            var text = Markdown.Escape(words["missing.there"]).Replace("{0}", $"<#{channel}>", StringComparison.Ordinal)
                .Replace("{1}", words[missing], StringComparison.Ordinal);
            var body = MessageBodies.Text("", []) with { Content = text };
            await api.CreateMessageAsync(direct.Read(DiscordJson.Default.WireChannel).Id, body, file: null, cancellationToken);
        }
    }
}
