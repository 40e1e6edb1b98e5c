using System.Net;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Messages;

/// <summary>Opens files people sent, even after the URL they arrived with has expired.</summary>
internal sealed class AttachmentLoader(DiscordRest rest, DiscordApi api, DiscordOptions options, TimeProvider clock)
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="AttachmentException">It was deleted, or Discord does not answer.</exception>
    public async Task<Stream> OpenAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        var address = AttachmentAddress.Parse(attachment.Reference) ?? throw new AttachmentException(AttachmentProblem.Gone);
        var expired = address.Expires <= clock.GetUtcNow();
        if (!expired && await TryOpenAsync(address.Url, attachment.Size, cancellationToken) is { } stream)
        {
            return stream;
        }

        var fresh = await RefreshAsync(address, cancellationToken);
        return await TryOpenAsync(fresh, attachment.Size, cancellationToken) ?? throw new AttachmentException(AttachmentProblem.Gone);
    }

    /// <summary>Reads the message again, which yields a fresh URL.</summary>
    private async Task<string> RefreshAsync(AttachmentAddress address, CancellationToken cancellationToken)
    {
        if (!address.CanRefresh)
        {
            throw new AttachmentException(AttachmentProblem.Gone);
        }

        RestResponse response;
        try
        {
            response = await api.GetMessageAsync(address.Channel, address.Message, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: e);
        }

        if (!response.IsSuccess)
        {
            var gone = response.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
            throw new AttachmentException(gone ? AttachmentProblem.Gone : AttachmentProblem.Unreachable);
        }

        var message = response.Read(DiscordJson.Default.WireMessage);
        return MessageReader.Files(message).FirstOrDefault(a => a.Id == address.Id)?.Url ?? throw new AttachmentException(AttachmentProblem.Gone);
    }

    /// <summary>Returns null if the URL is no longer accepted.</summary>
    private async Task<Stream?> TryOpenAsync(string url, long? size, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw new AttachmentException(AttachmentProblem.Gone);
        }

        var idle = new IdleTimeout(options.TransferIdleTimeout, clock, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await rest.OpenAsync(address, idle.Token);
            if (response.IsSuccessStatusCode)
            {
                return new AttachmentStream(response, await response.Content.ReadAsStreamAsync(idle.Token), idle, size);
            }

            var status = (int)response.StatusCode;
            response.Dispose();
            idle.Dispose();
            return status is 403 or 404 or 410 or 401 ? null : throw new AttachmentException(AttachmentProblem.Unreachable);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            response?.Dispose();
            idle.Dispose();
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: e);
        }
    }
}
