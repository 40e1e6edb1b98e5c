using System.Net.Http.Headers;
using System.Text;

namespace NemoBot.Tests.Web;

/// <summary>A message form as browsers write it: names in UTF-8, quotes and line breaks in them as %22, %0D and %0A.</summary>
internal sealed class Form : IDisposable
{
    private const string Boundary = "----WebKitFormBoundaryTest7MA4YWxkTrZu0gW";
    private readonly MemoryStream _body = new();

    public HttpContent Content
    {
        get
        {
            var content = new ByteArrayContent([.. _body.ToArray(), .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")]);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + Boundary);
            return content;
        }
    }

    /// <summary>The bytes so far, without the end.</summary>
    public byte[] Beginning => _body.ToArray();

    public static string ContentType => "multipart/form-data; boundary=" + Boundary;

    public Form Text(string text) => Add("text", text);

    public Form User(string name) => Add("user", name);

    public Form Add(string field, string value) =>
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");

    public Form File(string name, byte[] content, string type = "application/octet-stream")
    {
        var escaped = name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{escaped}\"\r\nContent-Type: {type}\r\n\r\n");
        _body.Write(content);
        return Write("\r\n");
    }

    public void Dispose() => _body.Dispose();

    private Form Write(string text)
    {
        _body.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }
}
