using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NemoBot.Web.Files;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Uploads;

/// <summary>Reads a message form and streams its files to the spool.</summary>
internal sealed class FormReader(IOptions<WebChatOptions> options, FileSpool spool, DiskSpace disk)
{
    /// <summary>Allowance for boundaries and part headers.</summary>
    private const long FormOverhead = 1 << 20;
    private const int BufferSize = 1 << 17;

    private WebChatOptions Settings => options.Value;

    public async Task<MessageForm> ReadAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(context.Request), context.Request.Body) { BodyLengthLimit = null };
        CheckLength(context.Request.ContentLength);
        LiftLimits(context);
        var form = new MessageForm();
        try
        {
            var budget = Settings.MaxUploadBytes;
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                budget -= await ReadSectionAsync(form, section, channel, budget, cancellationToken);
            }

            return form;
        }
        catch (Exception error)
        {
            form.Dispose();
            throw IsBrokenForm(error) ? new ProblemException(StatusCodes.Status400BadRequest, Problem.BadRequest) : error;
        }
    }

    /// <summary>A truncated form raises an I/O error without an error number of the operating system; disk errors have one.</summary>
    private static bool IsBrokenForm(Exception error) =>
        error is InvalidDataException or Microsoft.AspNetCore.Http.BadHttpRequestException or IOException { HResult: unchecked((int)0x80131620) };

    private static string Boundary(HttpRequest request)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        var boundary = isForm ? HeaderUtilities.RemoveQuotes(type!.Boundary).Value : null;
        return boundary is { Length: > 0 and <= 200 }
            ? boundary
            : throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, Problem.WrongType);
    }

    private void CheckLength(long? length)
    {
        if (length - FormOverhead > Settings.MaxUploadBytes)
        {
            throw TooLarge();
        }

        if (!disk.HasRoomFor(length ?? 0))
        {
            throw DiskFull();
        }
    }

    /// <summary>Lifts the server's limits for this request only; the bytes are counted here.</summary>
    private void LiftLimits(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new MinDataRate(Settings.MinUploadRate, Settings.UploadGrace);
        }
    }

    private async Task<long> ReadSectionAsync(
        MessageForm form, MultipartSection section, string channel, long budget, CancellationToken cancellationToken)
    {
        var (field, fileName) = PartNames.Read(section.ContentDisposition);
        if (fileName is not null)
        {
            if (form.Files.Count >= Settings.MaxFiles)
            {
                throw new ProblemException(StatusCodes.Status413PayloadTooLarge, Problem.TooManyFiles, Settings.MaxFiles);
            }

            var file = form.Add(spool.Begin(channel, fileName, section.ContentType));
            return await CopyAsync(section.Body, file.ContentPath, budget, cancellationToken);
        }

        var limit = field == "text" ? Settings.MaxTextLength : 200;
        var value = await ReadTextAsync(section.Body, limit, cancellationToken);
        switch (field)
        {
            case "text":
                // Browsers send line breaks in forms as CR LF.
                form.Text = value.Replace("\r\n", "\n", StringComparison.Ordinal);
                break;
            case "user":
                form.User = value;
                break;
            case "lang":
                form.Language = value;
                break;
            case "key":
                form.Key = value;
                break;
        }

        return 0;
    }

    private async Task<long> CopyAsync(Stream from, string path, long budget, CancellationToken cancellationToken)
    {
        await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        long total = 0, checkedAt = 0;
        while (await from.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            total += count;
            if (total > budget)
            {
                throw TooLarge();
            }

            if (total - checkedAt > 32L << 20)
            {
                checkedAt = disk.HasRoomFor(0) ? total : throw DiskFull();
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return total;
    }

    private static async Task<string> ReadTextAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        // A UTF-16 code unit takes at most three bytes in UTF-8.
        var bytes = new byte[(limit * 3) + 1];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var text = Encoding.UTF8.GetString(bytes, 0, count);
        return count < bytes.Length && text.Length <= limit
            ? text
            : throw new ProblemException(StatusCodes.Status413PayloadTooLarge, Problem.TextTooLong, limit);
    }

    private static ProblemException DiskFull() => new(StatusCodes.Status507InsufficientStorage, Problem.DiskFull);

    private ProblemException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, Problem.TooLarge, ByteSize.Format(Settings.MaxUploadBytes));
}
