using LiteDB;
using LiteDB.Engine;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// The two files of a database: pages and log. Both are held exclusively. The log is opened first and never replaced, so that it is
/// the lock while the data file is created, restored or compacted.
/// </summary>
internal sealed class DatabaseFiles : IDisposable
{
    /// <summary>Name of the data file.</summary>
    public const string DataName = "nemobot.litedb";

    private const string LogName = "nemobot.litedb-log";
    private const string NewName = "nemobot.litedb-new";
    private const int LiteDbMarkOffset = 32;
    private readonly IDiskFolder _folder;

    private DatabaseFiles(IDiskFolder folder, SealedLog log, IDiskFile data)
    {
        _folder = folder;
        Log = log;
        Data = data;
    }

    private static ReadOnlySpan<byte> LiteDbMark => "** This is a LiteDB file **"u8;

    /// <summary>The pages as of the last checkpoint.</summary>
    public IDiskFile Data { get; private set; }

    /// <summary>What was committed since.</summary>
    public SealedLog Log { get; }

    /// <summary>Opens the files, creating an empty database where there is none.</summary>
    public static DatabaseFiles Open(IDiskFolder folder)
    {
        var log = SealedLog.Open(OpenExclusively(folder, LogName));
        try
        {
            if (!folder.Exists(DataName))
            {
                Create(folder, log);
            }

            return new DatabaseFiles(folder, log, OpenData(folder));
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>True if a file begins as LiteDB's do.</summary>
    public static bool IsDatabase(IDiskFile file)
    {
        Span<byte> mark = stackalloc byte[LiteDbMark.Length];
        return file.Read(LiteDbMarkOffset, mark) == mark.Length && mark.SequenceEqual(LiteDbMark);
    }

    /// <summary>Replaces a database that cannot be opened. The old log goes first: applied to the new pages it would destroy them.</summary>
    public static void ReplaceUnopened(IDiskFolder folder, Action<IDiskFile> fill)
    {
        using var log = SealedLog.Open(OpenExclusively(folder, LogName));
        folder.Delete(NewName);
        using (var file = folder.Open(NewName))
        {
            fill(file);
        }

        log.Clear();
        folder.Replace(NewName, DataName);
        folder.Sync();
    }

    /// <summary>True if a process has the database of a folder open.</summary>
    public static bool AreInUse(string folder)
    {
        var path = Path.Combine(folder, LogName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Opens a new file that may later take the place of the data file.</summary>
    public IDiskFile OpenReplacement()
    {
        _folder.Delete(NewName);
        return _folder.Open(NewName);
    }

    /// <summary>Drops a replacement that is not wanted.</summary>
    public void DeleteReplacement() => _folder.Delete(NewName);

    /// <summary>Puts the replacement, synced and closed, in the place of the data file. The log must be empty: it belongs to the old pages.</summary>
    public void Replace()
    {
        if (Log.Count > 0)
        {
            throw new InvalidOperationException("The log still belongs to the data file.");
        }

        Data.Dispose();
        try
        {
            _folder.Replace(NewName, DataName);
            _folder.Sync();
        }
        finally
        {
            Data = OpenData(_folder);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Data.Dispose();
        Log.Dispose();
    }

    /// <summary>Opens the data file if it is one: LiteDB would change any other before it noticed.</summary>
    private static IDiskFile OpenData(IDiskFolder folder)
    {
        var file = OpenExclusively(folder, DataName);
        if (IsDatabase(file))
        {
            return file;
        }

        file.Dispose();
        throw new StoreException(StoreProblem.Corrupt, EngineErrors.Damaged(Path.Combine(folder.Path, DataName)));
    }

    private static IDiskFile OpenExclusively(IDiskFolder folder, string name)
    {
        try
        {
            return folder.Open(name);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException or DiskFullException) && folder.Exists(name))
        {
            throw new StoreException(
                StoreProblem.Busy,
                $"Another process uses the database in {folder.Path}: only one bot may run on a data folder. Stop the other one, or set NEMOBOT__DataFolder.",
                exception);
        }
    }

    /// <summary>The first pages are complete and synced before the file gets its name: there is never half an empty database.</summary>
    private static void Create(IDiskFolder folder, SealedLog log)
    {
        if (log.Count > 0)
        {
            throw new StoreException(
                StoreProblem.Corrupt,
                $"The file {DataName} is missing in {folder.Path}, but its log is there: restore a backup, or move {LogName} away to start with an empty one.");
        }

        folder.Delete(NewName);
        using (var file = folder.Open(NewName))
        {
            file.Write(0, [EmptyDatabase()]);
            file.Sync();
        }

        folder.Replace(NewName, DataName);
        folder.Sync();
    }

    /// <summary>The bytes of a database without documents.</summary>
    public static byte[] EmptyDatabase()
    {
        using var data = new MemoryStream();
        using (var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = new MemoryStream(), Collation = Collation.Binary }))
        {
            // Checkpoints are ours: one of LiteDB's own would copy pages that are not sealed yet.
            engine.Pragma("CHECKPOINT", 0);
            engine.Checkpoint();
        }

        return data.ToArray();
    }
}
