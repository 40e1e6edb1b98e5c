using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class AbortedUploadTests : WebChatTest
{
    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File("a.mp3", new byte[400_000]);
        using (var socket = new TcpClient("127.0.0.1", server.Address.Port))
        {
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Messages} HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nContent-Type: {Form.ContentType}\r\nContent-Length: 900000\r\n\r\n"), Stop);
            await stream.WriteAsync(form.Beginning, Stop);
            await UntilAsync(() => Folder.Files.Count == 1);
        }

        await UntilAsync(() => Folder.Files.Count == 0);
        Assert.Empty(Sink.Messages);
        Assert.Empty(await HistoryAsync(server));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Folder.Path, "web", "incoming")));
    }

    [Fact]
    public async Task What_a_crash_left_of_an_upload_goes_at_the_start()
    {
        var left = Directory.CreateDirectory(Path.Combine(Folder.Path, "web", "incoming", "0123"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "content"), "half", Stop);
        await using var server = await StartAsync();
        Assert.Empty(Folder.Files);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience.Limit, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }
    }
}
