using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace NemoBot.Nemo.Transport;

/// <summary>A JSON body, written once.</summary>
internal sealed class JsonBody : TrackedContent
{
    private readonly ReadOnlyMemory<byte> _json;

    public JsonBody(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        _json = buffer.WrittenMemory;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>An object of strings.</summary>
    public JsonBody(params (string Name, string Value)[] fields)
        : this(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        })
    {
    }

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => stream.WriteAsync(_json, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
