using NemoBot.Core.Backend;
using NemoBot.Nemo.Calls;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Files;

/// <summary>Brings files into a session. An upload that broke off is not repeated: the service may have taken the files.</summary>
internal sealed class Uploader(ApiClient client, NemoConnection connection)
{
    /// <summary>Streams files in one request. No time-out but for bytes that do not move.</summary>
    public async Task<IReadOnlyList<UploadedFile>> UploadAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<UploadSource> files, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var limits = connection.Limits;
        Deadline? deadline = null;
        var total = files.All(f => f.Size is not null) ? files.Sum(f => f.Size) : null;

        void Moved(long sent)
        {
            // After the last byte the service looks at what it got; that takes longer than a chunk.
            deadline?.Restart(sent == total ? limits.UploadAnswer : limits.UploadIdle);
            progress?.Report(sent);
        }

        var call = ApiCall.Post(Path(sessionId), () => new UploadBody(files, Moved), Repeat.IfNeverSent);
        var watch = new AnswerWatch(total is null ? limits.UploadAnswer : limits.UploadIdle, d => deadline = d);
        var envelope = await client.CallAsync(caller, call, watch, cancellationToken).ConfigureAwait(false);
        return StateReader.Files(envelope.Data);
    }

    /// <summary>Has the service fetch files from addresses.</summary>
    public async Task<IReadOnlyList<UploadedFile>> UploadLinksAsync(
        BackendCaller caller, string sessionId, IReadOnlyList<Uri> links, CancellationToken cancellationToken)
    {
        JsonBody Body() => new(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("urls");
            foreach (var link in links)
            {
                writer.WriteStringValue(link.AbsoluteUri);
            }

            writer.WriteEndArray();
            writer.WriteString("source_type", "url");
            writer.WriteEndObject();
        });

        // The service answers when it has fetched them all.
        var watch = new AnswerWatch(connection.Limits.UploadAnswer, static _ => { });
        var envelope = await client.CallAsync(caller, ApiCall.Post(Path(sessionId), Body, Repeat.IfNeverSent), watch, cancellationToken).ConfigureAwait(false);
        return StateReader.Files(envelope.Data);
    }

    private static string Path(string sessionId) => $"api/upload-video/nemo_agent/me/{Uri.EscapeDataString(sessionId)}";
}
