namespace NemoBot.LocalNemo.Store;

/// <summary>The folders of the studio on this machine. Names on disk are made here and never from what a client says.</summary>
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

    /// <summary>Files of the vault that are needed on this machine, where several processes share a studio.</summary>
    public string Cache => Path.Combine(_root, "cache");

    /// <summary>Scratch files of renders, where several processes share a studio.</summary>
    public string Scratch => Path.Combine(_root, "scratch");

    /// <summary>Users, one file each.</summary>
    public string Users => Path.Combine(_root, "users");

    /// <summary>The folder of a render, whose id is any text of the client's.</summary>
    public string Render(string renderId) => Path.Combine(Renders, RenderKeys.Of(renderId));

    /// <summary>Makes the folders, readable by the owner only, and empties those for unfinished work.</summary>
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

        foreach (var folder in ((string[])[Incoming, Scratch]).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var folder in (ReadOnlySpan<string>)[Sessions, Renders, Files, Incoming])
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Bytes free on the disk.</summary>
    public long FreeBytes() => new DriveInfo(_root).AvailableFreeSpace;
}
