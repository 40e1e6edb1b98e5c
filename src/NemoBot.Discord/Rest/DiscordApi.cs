using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Rest;

/// <summary>The endpoints the bot uses.</summary>
internal sealed class DiscordApi(DiscordRest rest, DiscordOptions options)
{
    public Task<RestResponse> GetMeAsync(CancellationToken ct) => GetAsync("users/@me", "users/@me", "", ct);

    public Task<RestResponse> GetApplicationAsync(CancellationToken ct) => GetAsync("applications/@me", "applications/@me", "", ct);

    public Task<RestResponse> GetGatewayAsync(CancellationToken ct) => GetAsync("gateway/bot", "gateway/bot", "", ct);

    public Task<RestResponse> GetGuildAsync(string guild, CancellationToken ct) => GetAsync($"guilds/{guild}", "guilds/*", guild, ct);

    public Task<RestResponse> GetMemberAsync(string guild, string user, CancellationToken ct) =>
        GetAsync($"guilds/{guild}/members/{user}", "guilds/*/members/*", guild, ct);

    public Task<RestResponse> GetChannelAsync(string channel, CancellationToken ct) => GetAsync($"channels/{channel}", "channels/*", channel, ct);

    public Task<RestResponse> GetMessageAsync(string channel, string message, CancellationToken ct) =>
        GetAsync($"channels/{channel}/messages/{message}", "channels/*/messages/*", channel, ct);

    public Task<RestResponse> GetMessagesAfterAsync(string channel, string after, CancellationToken ct) =>
        GetAsync($"channels/{channel}/messages?after={after}&limit=100", "channels/*/messages", channel, ct);

    public Task<RestResponse> PutCommandsAsync(string application, byte[] commands, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Put, $"applications/{application}/commands", "applications/*/commands", application)
            {
                Content = () => Json(commands),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Creates a message. Discord recognizes a repeat by the nonce and returns the first message.</summary>
    public Task<RestResponse> CreateMessageAsync(string channel, MessageBody body, OutboundFile? file, CancellationToken ct)
    {
        var payload = Bytes(body with { Nonce = body.Nonce ?? Guid.NewGuid().ToString("N")[..25], EnforceNonce = true }, DiscordJson.Default.MessageBody);
        return rest.SendAsync(
            new RestRequest(HttpMethod.Post, $"channels/{channel}/messages", "channels/*/messages", channel)
            {
                Content = Content(payload, file),
                IsUpload = file is not null,
                MayRepeat = true,
                BeforeSend = body.BeforeSend,
                Patience = options.SendPatience,
            },
            ct);
    }

    public Task<RestResponse> EditMessageAsync(string channel, string message, MessageBody body, bool droppable, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Patch, $"channels/{channel}/messages/{message}", "channels/*/messages/*", channel)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.MessageBody)),
                IsDroppable = droppable,
                MayRepeat = true,
                BeforeSend = body.BeforeSend,
                Patience = droppable ? options.EditPatience : options.SendPatience,
            },
            ct);

    public Task<RestResponse> DeleteMessageAsync(string channel, string message, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Delete, $"channels/{channel}/messages/{message}", "channels/*/messages/*", channel)
            {
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    public Task<RestResponse> StartThreadAsync(string channel, string message, ThreadBody body, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Post, $"channels/{channel}/messages/{message}/threads", "channels/*/messages/*/threads", channel)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.ThreadBody)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Opens the direct channel with a person; always the same one.</summary>
    public Task<RestResponse> OpenDirectAsync(string user, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Post, "users/@me/channels", "users/@me/channels")
            {
                Content = () => Json(Bytes(new DirectBody { RecipientId = user }, DiscordJson.Default.DirectBody)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    public Task<RestResponse> UnarchiveAsync(string thread, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Patch, $"channels/{thread}", "channels/*", thread)
            {
                Content = () => Json(Bytes(new ChannelPatch { Archived = false }, DiscordJson.Default.ChannelPatch)),
                MayRepeat = true,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Sends the initial reply to an interaction. Discord answers a repeat with 40060.</summary>
    public Task<RestResponse> ReplyAsync(string interaction, string token, InteractionReply reply, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Post, $"interactions/{interaction}/{token}/callback", "interactions/*/callback", interaction)
            {
                Content = () => Json(Bytes(reply, DiscordJson.Default.InteractionReply)),
                IsInteraction = true,
                MayRepeat = true,
                Patience = TimeSpan.FromSeconds(2),
            },
            ct);

    /// <summary>Sends a further message with the token of an interaction. There is no nonce here, so it is never repeated.</summary>
    public Task<RestResponse> FollowUpAsync(string application, string token, MessageBody body, OutboundFile? file, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Post, $"webhooks/{application}/{token}", "webhooks/*", token)
            {
                Content = Content(Bytes(body, DiscordJson.Default.MessageBody), file),
                IsUpload = file is not null,
                IsInteraction = true,
                BeforeSend = body.BeforeSend,
                Patience = options.SendPatience,
            },
            ct);

    /// <summary>Edits a message sent with the token of an interaction; <c>@original</c> is the initial reply.</summary>
    public Task<RestResponse> EditFollowUpAsync(string application, string token, string message, MessageBody body, bool droppable, CancellationToken ct) =>
        rest.SendAsync(
            new RestRequest(HttpMethod.Patch, $"webhooks/{application}/{token}/messages/{message}", "webhooks/*/messages/*", token)
            {
                Content = () => Json(Bytes(body, DiscordJson.Default.MessageBody)),
                IsInteraction = true,
                MayRepeat = true,
                BeforeSend = body.BeforeSend,
                Patience = droppable ? options.EditPatience : options.SendPatience,
            },
            ct);

    private static Func<HttpContent> Content(byte[] payload, OutboundFile? file) =>
        file is null ? () => Json(payload) : () => new FileUpload(payload, file.Path, file.Size, file.FileName, file.MimeType);

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static ByteArrayContent Json(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new("application/json") } };

    private Task<RestResponse> GetAsync(string path, string route, string major, CancellationToken ct) =>
        rest.SendAsync(new RestRequest(HttpMethod.Get, path, route, major) { MayRepeat = true, Patience = options.SendPatience }, ct);
}
