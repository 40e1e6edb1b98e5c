using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Rest;

/// <summary>The endpoints that the bot uses, by their documented paths.</summary>
internal sealed class DiscordApi(DiscordRest rest, DiscordOptions options)
{
    public Task<RestAnswer> GetMeAsync(CancellationToken ct) => GetAsync("users/@me", "users/@me", "", ct);

    public Task<RestAnswer> GetApplicationAsync(CancellationToken ct) => GetAsync("applications/@me", "applications/@me", "", ct);

    public Task<RestAnswer> GetGatewayAsync(CancellationToken ct) => GetAsync("gateway/bot", "gateway/bot", "", ct);

    public Task<RestAnswer> GetGuildAsync(string guild, CancellationToken ct) => GetAsync($"guilds/{guild}", "guilds/*", guild, ct);

    public Task<RestAnswer> GetMemberAsync(string guild, string user, CancellationToken ct) =>
        GetAsync($"guilds/{guild}/members/{user}", "guilds/*/members/*", guild, ct);

    public Task<RestAnswer> GetChannelAsync(string channel, CancellationToken ct) => GetAsync($"channels/{channel}", "channels/*", channel, ct);

    public Task<RestAnswer> GetMessageAsync(string channel, string message, CancellationToken ct) =>
        GetAsync($"channels/{channel}/messages/{message}", "channels/*/messages/*", channel, ct);

    public Task<RestAnswer> GetMessagesAfterAsync(string channel, string after, CancellationToken ct) =>
        GetAsync($"channels/{channel}/messages?after={after}&limit=100", "channels/*/messages", channel, ct);

    public Task<RestAnswer> PutCommandsAsync(string application, byte[] commands, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Put, $"applications/{application}/commands", "applications/*/commands", application)
            {
                Content = () => Json(commands),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Creates a message; the nonce makes a repetition harmless.</summary>
    public Task<RestAnswer> CreateMessageAsync(string channel, MessageBody body, OutboundFile? file, CancellationToken ct)
    {
        var payload = Bytes(body with { Nonce = Guid.NewGuid().ToString("N")[..25], EnforceNonce = true }, DiscordJson.Default.MessageBody);
        return rest.SendAsync(
            new RestCall(HttpMethod.Post, $"channels/{channel}/messages", "channels/*/messages", channel)
            {
                Content = Content(payload, file),
                IsUpload = file is not null,
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);
    }

    public Task<RestAnswer> EditMessageAsync(string channel, string message, MessageBody body, bool droppable, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Patch, $"channels/{channel}/messages/{message}", "channels/*/messages/*", channel)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.MessageBody)),
                IsDroppable = droppable,
                MayRepeat = true,
                Patience = droppable ? options.EditPatience : options.SendPatience,
            },
            ct);

    public Task<RestAnswer> DeleteMessageAsync(string channel, string message, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Delete, $"channels/{channel}/messages/{message}", "channels/*/messages/*", channel)
            {
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    public Task<RestAnswer> StartThreadAsync(string channel, string message, ThreadBody body, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Post, $"channels/{channel}/messages/{message}/threads", "channels/*/messages/*/threads", channel)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.ThreadBody)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>The direct channel with a person; the same one each time.</summary>
    public Task<RestAnswer> OpenDirectAsync(string user, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Post, "users/@me/channels", "users/@me/channels")
            {
                Content = () => Json(Bytes(new DirectBody { RecipientId = user }, DiscordJson.Default.DirectBody)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    public Task<RestAnswer> UnarchiveAsync(string thread, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Patch, $"channels/{thread}", "channels/*", thread)
            {
                Content = () => Json(Bytes(new ChannelPatch { Archived = false }, DiscordJson.Default.ChannelPatch)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>The first answer to an interaction. A repetition of one that arrived is answered with 40060.</summary>
    public Task<RestAnswer> ReplyAsync(string interaction, string token, InteractionReply reply, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Post, $"interactions/{interaction}/{token}/callback", "interactions/*/callback", interaction)
            {
                Content = () => Json(Bytes(reply, DiscordJson.Default.InteractionReply)),
                IsInteraction = true,
                MayRepeat = true,
                Patience = TimeSpan.FromSeconds(2),
            },
            ct);

    /// <summary>A further message by the token of an interaction.</summary>
    public Task<RestAnswer> FollowUpAsync(string application, string token, MessageBody body, OutboundFile? file, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Post, $"webhooks/{application}/{token}", "webhooks/*", token)
            {
                Content = Content(Bytes(body, DiscordJson.Default.MessageBody), file),
                IsUpload = file is not null,
                IsInteraction = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Edits a message that came by the token of an interaction; <c>@original</c> is the first answer.</summary>
    public Task<RestAnswer> EditFollowUpAsync(string application, string token, string message, MessageBody body, bool droppable, CancellationToken ct) =>
        rest.SendAsync(
            new RestCall(HttpMethod.Patch, $"webhooks/{application}/{token}/messages/{message}", "webhooks/*/messages/*", token)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.MessageBody)),
                IsInteraction = true,
                MayRepeat = true,
                Patience = droppable ? options.EditPatience : options.SendPatience,
            },
            ct);

    private static Func<HttpContent> Content(byte[] payload, OutboundFile? file) =>
        file is null ? () => Json(payload) : () => new FileUpload(payload, file.Path, file.Size, file.FileName, file.MimeType);

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static ByteArrayContent Json(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new("application/json") } };

    private Task<RestAnswer> GetAsync(string path, string route, string major, CancellationToken ct) =>
        rest.SendAsync(new RestCall(HttpMethod.Get, path, route, major) { MayRepeat = true, Patience = options.SendPatience }, ct);
}
