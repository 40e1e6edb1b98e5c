using System.Globalization;
using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web.Chat;
using NemoBot.Web.Files;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;
using NemoBot.Web.Uploads;

namespace NemoBot.Web.Api;

/// <summary><c>POST /api/channels/{channel}/messages</c>: posts a message.</summary>
internal sealed class SendEndpoint(FormReader forms, FileSpool spool, ChatLog log, InboundSinkHolder sinks, Participants participants)
{
    public async Task HandleAsync(HttpContext context)
    {
        var channel = context.Channel();
        using var form = await forms.ReadAsync(context, channel, context.RequestAborted);
        var author = UserNames.Read(form.User);
        Check(form, author);
        var sink = await sinks.GetAsync(context.RequestAborted);

        // From here on the message is written or rolled back as a whole, whether or not the client is still connected.
        var files = await KeepAsync(form);
        var id = await PostAsync(sink, channel, author, form, context.Language(form.Language), files);
        await context.Response.WriteJsonAsync(StatusCodes.Status202Accepted, json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        });
    }

    private static void Check(MessageForm form, Author author)
    {
        if (ConnectCommand.IsIn(form.Text) || Secrets.IsIn(form.Text) || Secrets.IsIn(author.Name) || form.Files.Any(f => Secrets.IsIn(f.File.Name)))
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, Problem.SecretInMessage);
        }

        if (string.IsNullOrWhiteSpace(form.Text) && form.Files.Count == 0)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, Problem.EmptyMessage);
        }

        if (form.Key is { } key && (key.Length is 0 or > 64 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw Requests.Bad();
        }
    }

    private async Task<List<StoredFile>> KeepAsync(MessageForm form)
    {
        var kept = new List<StoredFile>();
        try
        {
            foreach (var file in form.Files)
            {
                kept.Add(await spool.KeepAsync(file, CancellationToken.None));
            }

            return kept;
        }
        catch (IOException)
        {
            await spool.RemoveAsync(kept);
            throw;
        }
    }

    private async Task<long> PostAsync(
        IInboundSink sink, string channel, Author author, MessageForm form, string? language, List<StoredFile> files)
    {
        var key = form.Key ?? Guid.NewGuid().ToString("N");
        LoggedMessage? logged = null;
        InboundReceipt? receipt = null;
        try
        {
            await participants.AddAsync(channel, author.Name, CancellationToken.None);
            logged = await log.AppendAsync(channel, ToChatMessage(form, author, key, files), CancellationToken.None);
            receipt = await sink.PostAsync(await ComposeAsync(channel, author, form, key, language, files), CancellationToken.None);
        }
        finally
        {
            // Refused, failed, or a retry whose first answer was lost: remove this copy from the chat.
            if (receipt != InboundReceipt.Accepted)
            {
                await spool.RemoveAsync(files);
                await (logged is null ? Task.FromResult(false) : log.DeleteAsync(channel, logged.Id, CancellationToken.None));
            }
        }

        return receipt.Refusal is null ? logged.Id : throw Requests.Refused(receipt);
    }

    private ChatMessage ToChatMessage(MessageForm form, Author author, string key, List<StoredFile> files) => new()
    {
        Author = author.Name,
        Kind = MessageKinds.User,
        Text = form.Text.Trim(),
        Attachments = [.. files.Select(f => ChatFiles.Attach(f))],
        Key = key,
        CreatedAt = log.Now,
    };

    private async Task<InboundMessage> ComposeAsync(
        string channel, Author author, MessageForm form, string key, string? language, List<StoredFile> files) => new()
        {
            Conversation = ChatLog.KeyOf(channel),
            MessageId = key,
            Author = author,
            Text = form.Text.Trim(),
            Attachments = [.. files.Select(f => new Attachment(f.Name, f.Mime, f.Size, f.Id))],
            Language = language,
            IsPrivate = !await participants.IsGroupAsync(channel, CancellationToken.None),
        };
}
