using NemoBot.Core.Storage;

namespace NemoBot.Tests.Storage;

/// <summary>An empty database of one kind of store. A further kind implements this and derives the suites.</summary>
public interface ITestDatabase : IDisposable
{
    /// <summary>True if several stores may have it open at once.</summary>
    bool IsShared { get; }

    /// <summary>Opens the same database, each time by a store of its own, as another process would.</summary>
    Task<IBotStore> OpenAsync();
}
