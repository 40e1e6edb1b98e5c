using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;
using RenderRecord = NemoBot.LocalNemo.Store.RenderRecord;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>Renders as they are stored in the shared queue.</summary>
internal static class RenderRows
{
    /// <summary>A render that waits.</summary>
    public static StudioRender Write(RenderRecord record, TimeSpan length) => new()
    {
        Key = RenderKeys.Of(record.Id),
        Session = record.SessionId,
        Twin = TwinOf(record),
        Length = length,
        Json = Write(record),
    };

    /// <summary>The record as JSON.</summary>
    public static string Write(RenderRecord record) => JsonSerializer.Serialize(record, StoreJson.Default.RenderRecord);

    /// <summary>The record in its present state.</summary>
    public static RenderRecord Read(StudioRender render)
    {
        var record = JsonSerializer.Deserialize(render.Json, StoreJson.Default.RenderRecord) ?? throw new InvalidOperationException("A stored render is empty.");
        return render.IsOver ? record : record with { Phase = render.IsRunning ? RenderPhase.Processing : RenderPhase.Pending };
    }

    /// <summary>Equal for renders of a user that make the same file.</summary>
    private static string TwinOf(RenderRecord record) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{record.Recipe()}")));
}
