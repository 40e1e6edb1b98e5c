namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>One folder of a file system, with exactly the operations whose durability matters. Tests put a simulated disk here.</summary>
internal interface IDiskFolder
{
    /// <summary>Where it is, for messages.</summary>
    string Path { get; }

    /// <summary>True if the folder holds a file of this name.</summary>
    bool Exists(string name);

    /// <summary>Opens a file for this process alone, creating it if it is missing.</summary>
    /// <exception cref="IOException">Another process has it open, or the disk refuses.</exception>
    IDiskFile Open(string name);

    /// <summary>Renames a file, replacing the target in one step.</summary>
    void Replace(string source, string target);

    /// <summary>Deletes a file if it exists.</summary>
    void Delete(string name);

    /// <summary>Makes created, renamed and deleted names durable.</summary>
    void Sync();
}
