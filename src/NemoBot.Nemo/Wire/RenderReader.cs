using System.Globalization;
using System.Text.Json;
using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Wire;

/// <summary>Reads the state of a render, in either of the two forms of the service.</summary>
internal static class RenderReader
{
    private const int LongestOffer = 300;

    /// <summary>Null if the data describes no render.</summary>
    public static RenderStatus? Read(JsonElement data)
    {
        if (data.TextField("status", "state") is not { } word)
        {
            return null;
        }

        var output = data.ObjectField("output", "result") ?? default;
        var url = data.TextField("outputUrl", "output_url", "downloadUrl", "download_url", "videoUrl", "video_url", "url")
            ?? output.TextField("url", "outputUrl", "output_url", "downloadUrl")
            ?? data.TextField("output");
        var state = StateOf(word, url);
        return new RenderStatus(
            state,
            state == RenderState.Completed ? 1 : Progress(data.TextField("progress", "percent") ?? output.TextField("progress")),
            url,
            output.SecondsField("duration") ?? data.SecondsField("duration"),
            output.WholeField("size") ?? data.WholeField("size", "fileSize", "file_size"),
            state == RenderState.Failed ? Redactor.Clean(Envelope.MessageOf(data)) : null)
        {
            Ahead = state == RenderState.Pending && data.WholeField("ahead") is { } ahead and >= 0 and <= int.MaxValue ? (int)ahead : null,
            Note = data.TextField("note"),
            Offers = Offers(data),
        };
    }

    /// <summary>Words that can be sent as a request.</summary>
    private static IReadOnlyList<string> Offers(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("offers", out var offers) && offers.ValueKind == JsonValueKind.Array
            ? [.. offers.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!).Where(o => o.Length is > 0 and <= LongestOffer)]
            : [];

    private static RenderState StateOf(string word, string? url) => word.Trim().ToUpperInvariant().Replace('-', '_').Replace(' ', '_') switch
    {
        "PENDING" or "QUEUED" or "WAITING" or "SUBMITTED" or "CREATED" or "ACCEPTED" or "IN_QUEUE" or "SCHEDULED" => RenderState.Pending,
        "COMPLETED" or "COMPLETE" or "DONE" or "SUCCESS" or "SUCCEEDED" or "SUCCESSFUL" or "FINISHED" or "READY" => RenderState.Completed,
        "FAILED" or "FAILURE" or "FAIL" or "ERROR" or "ERRORED" or "TIMEOUT" or "TIMED_OUT" or "EXPIRED" or "REJECTED" => RenderState.Failed,
        "CANCELLED" or "CANCELED" or "ABORTED" => RenderState.Cancelled,
        "PROCESSING" or "RENDERING" or "RUNNING" or "IN_PROGRESS" or "STARTED" or "ACTIVE" or "ENCODING" or "UPLOADING" => RenderState.Processing,
        _ => url is null ? RenderState.Processing : RenderState.Completed,
    };

    /// <summary>A fraction (up to 1), a percentage (above 1), or either with a percent sign.</summary>
    private static double? Progress(string? written)
    {
        var percent = written?.TrimEnd().EndsWith('%') == true;
        if (!double.TryParse(written?.Trim().TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return null;
        }

        return Math.Clamp(percent || value > 1 ? value / 100 : value, 0, 1);
    }
}
