using System.Globalization;
using NemoBot.Discord.Places;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord.Messages;

/// <summary>
/// Says which permission is missing, to the person alone where that is possible: by the token of a command, else in the channel if only
/// files are refused, else in a direct message to whoever spoke to the bot last.
/// </summary>
internal sealed class PermissionNotes(DiscordApi api, PlaceBook book, OpenInteractions interactions, FollowUps followUps)
{
    /// <summary>Something was refused in a channel.</summary>
    public async Task TellAsync(string channel, RestAnswer refusal, bool isFile, CancellationToken cancellationToken)
    {
        if (refusal.Code is not (ErrorCodes.MissingAccess or ErrorCodes.MissingPermissions) || book.Find(channel) is not { } place)
        {
            return;
        }

        var onlyFiles = isFile && refusal.Code == ErrorCodes.MissingPermissions && !place.IsMute;
        var missing = onlyFiles ? "permission.attach" : refusal.Code == ErrorCodes.MissingAccess ? "permission.view" : "permission.send";
        var isNews = onlyFiles || !place.IsMute;
        place.IsMute |= !onlyFiles;
        if (!isNews)
        {
            return;
        }

        if (interactions.Latest(channel) is { } open)
        {
            await TellByTokenAsync(open, missing, mute: !onlyFiles, cancellationToken);
        }
        else if (onlyFiles)
        {
            var words = Words.For(place.AsksInChinese ? "zh" : "en");
            await api.CreateMessageAsync(channel, Bodies.Text(FollowUps.NoteFor(words, [missing], mute: false), []), file: null, cancellationToken);
        }
        else if (place.Asker != 0)
        {
            await TellDirectlyAsync(place, channel, missing, cancellationToken);
        }
    }

    private Task TellByTokenAsync(OpenInteraction open, string missing, bool mute, CancellationToken cancellationToken)
    {
        if (open.IsTold)
        {
            return Task.CompletedTask;
        }

        open.IsTold = true;
        return followUps.TellAsync(open, FollowUps.NoteFor(Words.For(open.Language), [missing], mute), cancellationToken);
    }

    private async Task TellDirectlyAsync(Place place, string channel, string missing, CancellationToken cancellationToken)
    {
        var direct = await api.OpenDirectAsync(place.Asker.ToString(CultureInfo.InvariantCulture), cancellationToken);
        if (direct.IsSuccess)
        {
            var words = Words.For(place.AsksInChinese ? "zh" : "en");

            // The channel's name is a link only as long as it is not escaped.
            var text = Markdown.Escape(words["missing.there"]).Replace("{0}", $"<#{channel}>", StringComparison.Ordinal)
                .Replace("{1}", words[missing], StringComparison.Ordinal);
            var body = Bodies.Text("", []) with { Content = text };
            await api.CreateMessageAsync(direct.Read(DiscordJson.Default.WireChannel).Id, body, file: null, cancellationToken);
        }
    }
}
