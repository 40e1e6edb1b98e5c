using System.Security.Cryptography;
using System.Text;

namespace NemoBot.LocalNemo.Store;

/// <summary>Where things lie. Names on disk are made here and never from what a client says.</summary>
/// <param name="root">The data folder.</param>
internal sealed class Folders(string root)
{
    private readonly string _root = Path.GetFullPath(root);

    /// <summary>The data folder itself.</summary>
    public string Root => _root;

    /// <summary>Sessions, one file each.</summary>
    public string Sessions => Path.Combine(_root, "sessions");

    /// <summary>Renders, one folder each.</summary>
    public string Renders => Path.Combine(_root, "renders");

    /// <summary>Uploaded files, each with a record beside it.</summary>
    public string Files => Path.Combine(_root, "files");

    /// <summary>Uploads that are still coming in.</summary>
    public string Incoming => Path.Combine(_root, "incoming");

    /// <summary>The record of a user.</summary>
    public string User(string userId) => Path.Combine(_root, "users", userId + ".json");

    /// <summary>The record of a session; its id must be digits.</summary>
    public string Session(string sessionId) => Path.Combine(Sessions, sessionId + ".json");

    /// <summary>The folder of a render, whose id is any text of the client's.</summary>
    public string Render(string renderId) =>
        Path.Combine(Renders, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(renderId)).AsSpan(0, 20)));

    /// <summary>Makes the folders, readable by the owner only, and empties the one for unfinished uploads.</summary>
    public void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_root);
        }
        else
        {
            Directory.CreateDirectory(_root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (Directory.Exists(Incoming))
        {
            Directory.Delete(Incoming, recursive: true);
        }

        foreach (var folder in (ReadOnlySpan<string>)[Sessions, Renders, Files, Incoming])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Bytes free on the disk.</summary>
    public long FreeBytes() => new DriveInfo(_root).AvailableFreeSpace;
}
