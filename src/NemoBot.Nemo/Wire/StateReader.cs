using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;

namespace NemoBot.Nemo.Wire;

/// <summary>Turns the data of answers into what the engine knows.</summary>
internal static class StateReader
{
    public static BackendSession Session(JsonElement data)
    {
        var place = data.ObjectField("session") ?? data;
        var id = place.TextField("session_id", "sessionId") ?? data.TextField("session_id", "sessionId") ?? place.TextField("id");
        return id is null
            ? throw new BackendException(new BackendError(BackendErrorKind.Malformed, "No session id in the answer."))
            : new BackendSession(id, data.TextField("task_id", "taskId"), data.TextField("user_id", "userId"));
    }

    /// <summary>The draft is cut out of the response verbatim, without serializing it again.</summary>
    public static BackendState State(JsonElement data)
    {
        var state = data.ObjectField("state") ?? data;
        var canvas = state.ObjectField("canvas_config", "canvasConfig");
        return new BackendState(
            (state.ObjectField("draft") ?? data.ObjectField("draft"))?.GetRawText(),
            data.TextField("user_id", "userId") ?? state.TextField("user_id", "userId"),
            data.TextField("task_id", "taskId") ?? state.TextField("task_id", "taskId"),
            canvas?.PixelField("width", "w"),
            canvas?.PixelField("height", "h"),
            state.WholeField("draft_version") is > 0 and <= int.MaxValue and var version ? (int)version : null);
    }

    public static CreditBalance Credits(JsonElement data)
    {
        var frozen = data.WholeField("frozen", "reserved") ?? 0;
        var available = data.WholeField("available") ?? data.WholeField("total", "balance") - frozen;
        return available is { } amount
            ? new CreditBalance(amount, frozen)
            : throw new BackendException(new BackendError(BackendErrorKind.Malformed, "No balance in the answer."));
    }

    public static IReadOnlyList<UploadedFile> Files(JsonElement data)
    {
        var files = data.ValueKind == JsonValueKind.Array ? data : data.Field("files", "uploaded_files");
        return files is not { ValueKind: JsonValueKind.Array } list
            ? []
            : [.. list.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object).Select(File)];
    }

    private static UploadedFile File(JsonElement file) => new(
        file.TextField("filename", "file_name", "name") ?? string.Empty,
        file.TextField("file_type", "fileType", "type")?.ToUpperInvariant() switch
        {
            { } type when type.StartsWith("VIDEO", StringComparison.Ordinal) => MediaKind.Video,
            { } type when type.StartsWith("IMAGE", StringComparison.Ordinal) => MediaKind.Image,
            { } type when type.StartsWith("AUDIO", StringComparison.Ordinal) => MediaKind.Audio,
            { } type when type.StartsWith("TEXT", StringComparison.Ordinal) || type.StartsWith("SUBTITLE", StringComparison.Ordinal) => MediaKind.Text,
            _ => MediaKind.Unknown,
        },
        file.SecondsField("duration"),
        file.PixelField("width"),
        file.PixelField("height"));
}
