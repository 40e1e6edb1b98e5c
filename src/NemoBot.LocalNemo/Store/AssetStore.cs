using System.Collections.Concurrent;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Store;

/// <summary>Uploaded files. An id leads to a file only for the user who sent it.</summary>
internal sealed class AssetStore(Folders folders)
{
    private const string Prefix = "ast_";

    private readonly ConcurrentDictionary<string, AssetRecord> _known = new();

    /// <summary>A new id.</summary>
    public static string NewId() => Prefix + Guid.NewGuid().ToString("N");

    /// <summary>Takes over a file that has arrived: it is moved, then recorded.</summary>
    public void Add(AssetRecord record, string arrived)
    {
        File.Move(arrived, PathOf(record));
        JsonFile.Write(RecordOf(record.Id), record, StoreJson.Default.AssetRecord);
        _known[record.Id] = record;
    }

    /// <summary>Finds a user's file; null if there is none.</summary>
    public Asset? Find(string id, string userId) =>
        Find(id) is { } record && record.UserId == userId ? new Asset(record.Id, record.Name, PathOf(record), record.Facts) : null;

    /// <summary>Path of a file of any user; null if there is none.</summary>
    public string? PathOf(string id) => Find(id) is { } record && File.Exists(PathOf(record)) ? PathOf(record) : null;

    /// <summary>Deletes a file and its record.</summary>
    /// <returns>Bytes of the file; 0 if there was none.</returns>
    public long Drop(string id)
    {
        if (Find(id) is { } record)
        {
            File.Delete(PathOf(record));
            File.Delete(RecordOf(id));
            _known.TryRemove(id, out _);
            return record.Size;
        }

        return 0;
    }

    private AssetRecord? Find(string id)
    {
        if (id.Length != Prefix.Length + 32 || !id.StartsWith(Prefix, StringComparison.Ordinal) || !id.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        if (!_known.TryGetValue(id, out var record))
        {
            record = JsonFile.Read(RecordOf(id), StoreJson.Default.AssetRecord);
            if (record is null)
            {
                return null;
            }

            _known[id] = record;
        }

        return record;
    }

    private string PathOf(AssetRecord record) => Path.Combine(folders.Files, record.Id + record.Extension);

    private string RecordOf(string id) => Path.Combine(folders.Files, id + ".json");
}
