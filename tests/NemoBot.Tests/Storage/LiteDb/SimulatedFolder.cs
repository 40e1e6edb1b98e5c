using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>
/// A disk that can lose its power. What was synced survives; of everything else, each 4 KiB block, each length and each name
/// survives or not, as chance decides.
/// </summary>
internal sealed class SimulatedFolder : IDiskFolder
{
    private readonly Dictionary<string, SimulatedFile> _names = [];
    private readonly Dictionary<string, SimulatedFile> _durableNames = [];

    public string Path => "/simulated";

    /// <summary>Called before every change and sync: the moments at which the power may fail.</summary>
    public Action? BeforeChange { get; set; }

    /// <summary>Bytes that all files together may take; 0: any number.</summary>
    public long MaxBytes { get; set; }

    public bool Exists(string name) => _names.ContainsKey(name);

    public IDiskFile Open(string name)
    {
        if (!_names.TryGetValue(name, out var file))
        {
            BeforeChange?.Invoke();
            _names[name] = file = new SimulatedFile(this);
        }

        return file;
    }

    public void Replace(string source, string target)
    {
        BeforeChange?.Invoke();
        _names[target] = _names[source];
        _names.Remove(source);
    }

    public void Delete(string name)
    {
        BeforeChange?.Invoke();
        _names.Remove(name);
    }

    public void Sync()
    {
        BeforeChange?.Invoke();
        _durableNames.Clear();
        foreach (var (name, file) in _names)
        {
            _durableNames[name] = file;
        }
    }

    /// <summary>The file under a name, to damage it.</summary>
    public SimulatedFile File(string name) => _names[name];

    /// <summary>What is there after the power failed at this moment.</summary>
    public SimulatedFolder Cut(Random random)
    {
        // Names change in one step (rename is atomic), but the step may be lost as long as the folder was not synced.
        var cut = new SimulatedFolder();
        var survivors = random.Next(2) == 0 ? _names : _durableNames;
        foreach (var (name, file) in survivors)
        {
            var copy = file.Cut(cut, random);
            cut._names[name] = copy;
            cut._durableNames[name] = copy;
        }

        return cut;
    }

    /// <summary>Bytes in use, for the limit.</summary>
    public long Used => _names.Values.Sum(f => f.Length);
}
