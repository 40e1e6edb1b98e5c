using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Tests.Telegram.StandIn;

internal sealed partial class TelegramStandIn
{
    private const long LargestDownload = 20 << 20;

    private readonly Dictionary<string, StandInFile> _files = [];
    private readonly Dictionary<string, string> _paths = [];
    private int _fileIds;

    /// <summary>Folder that a local server keeps files in.</summary>
    public string? LocalFolder { get; set; }

    /// <summary>So many downloads break in the middle.</summary>
    public int BrokenDownloads { get; set; }

    /// <summary>Holds a file that somebody sends.</summary>
    public StandInFile AddFile(string name, string mimeType, byte[] content, long? size = null)
    {
        lock (_lock)
        {
            var id = $"AgADfile{++_fileIds}";
            return _files[id] = new StandInFile(id, name, mimeType, size ?? content.Length, content);
        }
    }

    /// <summary>Paths told so far stop working, as they do after an hour.</summary>
    public void ExpirePaths()
    {
        lock (_lock)
        {
            _paths.Clear();
        }
    }

    private JsonObject GetFile(JsonObject fields)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue((string)fields["file_id"]!, out var file))
            {
                throw BotApiError.Bad("wrong file_id or the file is temporarily unavailable");
            }

            if (!IsLocal && file.Size > LargestDownload)
            {
                throw BotApiError.Bad("file is too big");
            }

            var path = IsLocal ? Path.Combine(LocalFolder!, file.Id) : $"documents/file_{_paths.Count} ü.bin";
            if (IsLocal)
            {
                File.WriteAllBytes(path, file.Content);
            }

            _paths[path] = file.Id;
            return new JsonObject
            {
                ["file_id"] = file.Id,
                ["file_unique_id"] = "u" + file.Id,
                ["file_size"] = file.Size,
                ["file_path"] = path,
            };
        }
    }

    private async Task DownloadAsync(HttpContext context)
    {
        StandInFile? file;
        lock (_lock)
        {
            file = _paths.TryGetValue((string)context.Request.RouteValues["path"]!, out var id) ? _files[id] : null;
        }

        if (file is null || IsLocal || (string)context.Request.RouteValues["token"]! != Token)
        {
            context.Response.StatusCode = 404;
            await context.Response.WriteAsync("""{"ok":false,"error_code":404,"description":"Not Found"}""");
            return;
        }

        context.Response.ContentLength = file.Content.Length;
        if (BrokenDownloads > 0)
        {
            BrokenDownloads--;
            await context.Response.Body.WriteAsync(file.Content.AsMemory(0, file.Content.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(file.Content);
    }

    private StandInFile Content(JsonObject fields, string kind, Dictionary<string, StandInFile> files)
    {
        if (files.TryGetValue(kind, out var part))
        {
            return Checked(kind, part);
        }

        var given = (string?)fields[kind] ?? throw BotApiError.Bad($"there is no {kind} in the request");
        if (given.StartsWith("attach://", StringComparison.Ordinal))
        {
            return files.TryGetValue(given[9..], out var attached) ? Checked(kind, attached) : throw BotApiError.Bad($"{kind} not found in the request");
        }

        return IsLocal && given.StartsWith("file://", StringComparison.Ordinal) && File.Exists(new Uri(given).LocalPath)
            ? new StandInFile("", Path.GetFileName(new Uri(given).LocalPath), "", 0, File.ReadAllBytes(new Uri(given).LocalPath))
            : throw BotApiError.Bad("wrong file identifier/HTTP URL specified");
    }

    private static StandInFile Checked(string kind, StandInFile file) => kind switch
    {
        "photo" when file.Size > 10 << 20 => throw BotApiError.Bad("file is too big"),
        "photo" when file.Content.AsSpan().StartsWith("wide"u8) => throw BotApiError.Bad("PHOTO_INVALID_DIMENSIONS"),
        _ => file,
    };

    private byte[]? Thumbnail(JsonObject fields, Dictionary<string, StandInFile> files)
    {
        if ((string?)fields["thumbnail"] is not { } given)
        {
            return null;
        }

        // A thumbnail cannot be reused or fetched: it must be a part of this very request.
        if (!given.StartsWith("attach://", StringComparison.Ordinal) || !files.TryGetValue(given[9..], out var part) || part.Size > 200_000)
        {
            Violations.Enqueue("the thumbnail is ignored by the service");
            return null;
        }

        return part.Content;
    }
}
