using NemoBot.Web.Files;

namespace NemoBot.Web.Uploads;

/// <summary>A posted message: its text, and its files on disk. Disposing it removes files that were not kept.</summary>
internal sealed class MessageForm : IDisposable
{
    private readonly List<IncomingFile> _files = [];

    public string Text { get; set; } = "";

    public string User { get; set; } = "";

    public string? Language { get; set; }

    /// <summary>The sender's key of the message: a retry with the same key is not posted twice.</summary>
    public string? Key { get; set; }

    public IReadOnlyList<IncomingFile> Files => _files;

    public IncomingFile Add(IncomingFile file)
    {
        _files.Add(file);
        return file;
    }

    public void Dispose() => _files.ForEach(f => f.Dispose());
}
