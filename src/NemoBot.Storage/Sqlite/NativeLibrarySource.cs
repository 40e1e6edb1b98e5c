using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace NemoBot.Storage.Sqlite;

/// <summary>
/// Loads the system's SQLite where there is one, because it gets security updates and the package's copy does not;
/// elsewhere the package's copy.
/// </summary>
internal static class NativeLibrarySource
{
    private const string BundledName = "e_sqlite3";
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Loads it, once per process.</summary>
    /// <returns>The version of SQLite.</returns>
    public static string Ensure() => Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != BundledName || !OperatingSystem.IsLinux())
        {
            return IntPtr.Zero;
        }

        return NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : IntPtr.Zero;
    }
}
