using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The real bot: one project in every kind of file that it makes, each under the right name and type.</summary>
public sealed class OutputRunTests
{
    private readonly HashSet<string> _seen = [];

    [Fact]
    public async Task A_project_comes_out_as_video_sound_picture_and_preview()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync([]);
        await host.SayAsync("waveform video, 240p, title 'Night / Drive'", media.Tone(11));
        await ExpectAsync(host, media, "video", "video/mp4", "Night - Drive-v1.mp4", "240", 11);

        await host.SayAsync("show me a preview");
        await ExpectAsync(host, media, "video", "video/mp4", "Night - Drive-v1.mp4", "240", 10);
        Assert.Contains(await host.ReadAsync(), m => HostProcess.Has(m, "video", "Preview of version 1"));

        await host.SayAsync("export it as an mp3");
        var sound = await ExpectAsync(host, media, "file", "audio/mpeg", "Night - Drive-v2.mp3", "", 11);
        Assert.Equal("Night / Drive", SampleMedia.RunText("ffprobe", "-v", "error", "-show_entries", "format_tags=title", "-of", "csv=p=0", sound));

        await host.SayAsync("preview");
        await ExpectAsync(host, media, "file", "audio/mpeg", "Night - Drive-v2.mp3", "", 10);

        await host.SayAsync("as a gif");
        await ExpectAsync(host, media, "file", "image/gif", "Night - Drive-v3.gif", "240", 11);
    }

    /// <summary>The next file of the channel, downloaded.</summary>
    private async Task<string> ExpectAsync(HostProcess host, SampleMedia media, string kind, string mime, string name, string lines, double seconds)
    {
        var message = await host.WaitAsync(m => m.GetProperty("attachments").GetArrayLength() > 0 && m.GetProperty("author").GetString() != "Ana" && !_seen.Contains(m.GetProperty("id").ToString()));
        _seen.Add(message.GetProperty("id").ToString());
        var file = message.GetProperty("attachments")[0];
        Assert.Equal((kind, mime, name), (message.GetProperty("kind").GetString(), file.GetProperty("mime").GetString(), file.GetProperty("name").GetString()));
        using var answer = await host.Http.GetAsync(file.GetProperty("url").GetString());
        Assert.Equal(mime, answer.Content.Headers.ContentType?.MediaType);
        var path = media.Write(Guid.NewGuid().ToString("N"), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(lines, SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", "V", "-show_entries", "stream=height", "-of", "csv=p=0", path));
        Assert.Equal(seconds, double.Parse(SampleMedia.RunText("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path)), 0.15);
        return path;
    }
}
