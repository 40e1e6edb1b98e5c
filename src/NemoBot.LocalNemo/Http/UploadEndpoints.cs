using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;
using NemoBot.LocalNemo.Uploads;

namespace NemoBot.LocalNemo.Http;

/// <summary>Files for a session: sent along, or fetched from links.</summary>
internal sealed class UploadEndpoints(Gate gate, UploadReceiver receiver, LinkFetcher links, UploadValidator validator, OutputLinks outputs, LocalNemoOptions options)
{
    private const int LongestBoundary = 200;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/upload-video/nemo_agent/me/{session}", UploadAsync);

    private async Task UploadAsync(HttpContext context)
    {
        var user = await gate.RequireUserAsync(context);
        var session = await gate.RequireSessionAsync(user, (string?)context.Request.RouteValues["session"], context.RequestAborted);
        var files = new List<ReceivedFile>();
        try
        {
            await (context.Request.HasFormContentType ? ReceiveFormAsync(context, files) : FetchLinksAsync(context, files));
            if (files.Count == 0)
            {
                throw ApiException.BadRequest("No files: send them as multipart/form-data in the field files, or as JSON urls.");
            }

            await AnswerAsync(context, await validator.StoreAsync(session, files, linked: !context.Request.HasFormContentType, context.RequestAborted));
        }
        catch (UploadException e)
        {
            throw Translate(e);
        }
        finally
        {
            files.ForEach(f => File.Delete(f.Path));
        }
    }

    private static ApiException Translate(UploadException e) => e.Problem switch
    {
        UploadProblem.TooLarge => ApiException.TooLarge(e.Message),
        UploadProblem.NoSpace => ApiException.NoSpace(),
        UploadProblem.NoTools => ApiException.NoTools(),
        UploadProblem.NotNow => ApiException.NotNow(),
        UploadProblem.BadLink => ApiException.BadRequest(e.Message),
        UploadProblem.LinkGone => ApiException.BadLink(4011, e.Message),
        UploadProblem.LinkDenied => ApiException.BadLink(4012, e.Message),
        UploadProblem.LinkUnanswered => ApiException.BadLink(4013, e.Message),
        UploadProblem.LinkPage => ApiException.BadLink(4014, e.Message),
        _ => ApiException.Unsupported(e.Message),
    };

    private async Task ReceiveFormAsync(HttpContext context, List<ReceivedFile> files)
    {
        // The cap is on each file, while it streams to disk; the whole request has no limit of its own.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value;
        if (boundary is not { Length: > 0 and <= LongestBoundary })
        {
            throw ApiException.BadRequest("The multipart boundary is missing or too long.");
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } header && header.IsFileDisposition())
                {
                    RequireField(header, files.Count);
                    var name = header.FileNameStar.HasValue ? header.FileNameStar.Value : header.FileName.Value;
                    files.Add(await receiver.ReceiveAsync(section.Body, FileNames.Clean(name), context.RequestAborted));
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException && e is not BadHttpRequestException && files.Count == 0))
        {
            throw ApiException.BadRequest("The multipart body is broken.");
        }
    }

    private void RequireField(ContentDispositionHeaderValue header, int count)
    {
        if (HeaderUtilities.RemoveQuotes(header.Name) != "files")
        {
            throw ApiException.BadRequest("Files are sent in the field files.");
        }

        if (count >= options.MaxFilesPerUpload)
        {
            throw ApiException.BadRequest($"At most {options.MaxFilesPerUpload} files are taken at once.");
        }
    }

    private async Task FetchLinksAsync(HttpContext context, List<ReceivedFile> files)
    {
        using var body = await RequestBody.ReadObjectAsync(context);
        if (RequestBody.Text(body.RootElement, "source_type") is { } type && type != "url")
        {
            throw ApiException.BadRequest("source_type must be url.");
        }

        if (!body.RootElement.TryGetProperty("urls", out var urls) || urls.ValueKind != JsonValueKind.Array || urls.GetArrayLength() > options.MaxFilesPerUpload)
        {
            throw ApiException.BadRequest($"urls must be a list of at most {options.MaxFilesPerUpload} addresses.");
        }

        foreach (var url in urls.EnumerateArray())
        {
            files.Add(await links.FetchAsync(url.ValueKind == JsonValueKind.String ? url.GetString()! : "", context.RequestAborted));
        }
    }

    private Task AnswerAsync(HttpContext context, IReadOnlyList<AssetRecord> records) => Envelope.WriteDataAsync(context, json =>
    {
        json.WriteStartArray("files");
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WriteString("filename", record.Name);
            FileAnswer.WriteFacts(json, record.Facts);
            json.WriteString("cdn_url", outputs.OfFile(context, record));
            json.WriteString("hash", record.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("session_state_applied", true);
    });
}
