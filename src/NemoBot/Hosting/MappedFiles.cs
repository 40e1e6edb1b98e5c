using System.Globalization;
using System.Runtime.InteropServices;

namespace NemoBot.Hosting;

/// <summary>
/// The files that the kernel has mapped into this process for reading (Linux). Their pages can be given back at any time: they come from
/// the page cache again when they are touched.
/// </summary>
internal static class MappedFiles
{
    private const string Maps = "/proc/self/smaps";

    /// <summary>madvise(2): the pages are not needed for now. What was written to them would be lost.</summary>
    private const int DoNotNeed = 4;

    /// <summary>Mappings of files without write access, of which no page differs from the file.</summary>
    public static HashSet<Mapping> Read()
    {
        HashSet<Mapping> found = [];
        Mapping? current = null;
        foreach (var line in File.ReadLines(Maps))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!fields[0].EndsWith(':'))
            {
                current = ParseFile(fields);
            }
            else if (fields[0] == "Anonymous:" && fields[1] == "0" && current is { } unchanged)
            {
                found.Add(unchanged);
            }
        }

        return found;
    }

    /// <summary>Gives back the pages of those mappings that are still as they were.</summary>
    public static void Release(HashSet<Mapping> known)
    {
        foreach (var mapping in Read().Where(known.Contains))
        {
            // A refusal leaves the pages where they are.
            _ = Advise(mapping.Start, mapping.Length, DoNotNeed);
        }
    }

    /// <summary>"START-END PERMISSIONS OFFSET DEVICE INODE PATH", see proc_pid_maps(5).</summary>
    private static Mapping? ParseFile(string[] fields)
    {
        if (fields.Length < 6 || !fields[5].StartsWith('/') || !fields[1].StartsWith('r') || fields[1].Contains('w', StringComparison.Ordinal))
        {
            return null;
        }

        var ends = fields[0].Split('-');
        var start = nint.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Mapping(start, nint.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start, fields[2], fields[5]);
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, nint length, int advice);

    /// <summary>A part of a file in memory.</summary>
    /// <param name="Start">Its address.</param>
    /// <param name="Length">In bytes.</param>
    /// <param name="Offset">In the file, as the kernel writes it.</param>
    /// <param name="Path">The file.</param>
    internal sealed record Mapping(nint Start, nint Length, string Offset, string Path);
}
