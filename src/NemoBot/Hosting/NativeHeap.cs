using System.Runtime.InteropServices;

namespace NemoBot.Hosting;

/// <summary>
/// The heap of the C library, which the runtime's compiler uses among others. glibc keeps an arena for each few threads and what was freed
/// in it: the tens of megabytes that compiling one large method takes for a moment stay, in one arena after the other.
/// </summary>
internal static class NativeHeap
{
    /// <summary>Gives back to the system what was freed.</summary>
    /// <returns>False where the C library has no such function, as musl.</returns>
    public static bool TryTrim()
    {
        try
        {
            _ = Trim(0);
            return true;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint pad);
}
