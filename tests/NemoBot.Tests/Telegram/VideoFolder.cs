using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Telegram;

/// <summary>A folder with a file to send.</summary>
internal sealed class VideoFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telegram-");

    public string Path => _folder.FullName;

    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public OutboundFile Video(int size = 1000, int posterSize = 500) => new()
    {
        Path = Write("clip.mp4", new byte[size]),
        FileName = "Моё видео 我的.mp4",
        MimeType = "video/mp4",
        Size = size,
        Video = new VideoFacts(1280, 720, TimeSpan.FromSeconds(12.4), Write("poster.jpg", new byte[posterSize])),
        Caption = "Title: \"A & B\"",
        Buttons = [new Button("export:v1", "Export")],
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
