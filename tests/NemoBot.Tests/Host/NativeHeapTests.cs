using System.Runtime.InteropServices;
using NemoBot.Hosting;
using Xunit;

namespace NemoBot.Tests.Host;

public sealed class NativeHeapTests
{
    private const int Blocks = 1000;

    /// <summary>Below what the C library maps for a block of its own.</summary>
    private const int Size = 64 * 1024;

    [Fact]
    public void What_native_code_has_freed_goes_back_to_the_system()
    {
        Assert.SkipUnless(NativeHeap.TryTrim(), "The C library cannot do it.");
        var content = Enumerable.Repeat((byte)1, Size).ToArray();
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Marshal.AllocHGlobal(Size)).ToList();
        blocks.ForEach(b => Marshal.Copy(content, 0, b, Size));

        // One block above them stays: without it the library gives back the end of its heap by itself.
        var last = Marshal.AllocHGlobal(Size);
        blocks.ForEach(Marshal.FreeHGlobal);
        Assert.InRange(blocks.Count(IsResident), Blocks / 2, Blocks);
        Assert.True(NativeHeap.TryTrim());
        Assert.InRange(blocks.Count(IsResident), 0, Blocks / 10);
        Marshal.FreeHGlobal(last);
    }

    /// <summary>Whether the middle of a block is in memory.</summary>
    private static bool IsResident(nint block)
    {
        var page = (block + (Size / 2)) & ~(nint)(Environment.SystemPageSize - 1);
        return MemoryInCore(page, Environment.SystemPageSize, out var state) == 0 && (state & 1) == 1;
    }

    [DllImport("libc", EntryPoint = "mincore")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MemoryInCore(nint start, nint length, out byte state);
}
