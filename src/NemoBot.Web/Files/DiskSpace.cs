using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>Checks the free space of the spool's disk.</summary>
internal sealed class DiskSpace(IOptions<WebChatOptions> options)
{
    /// <summary>Returns the number of free bytes; replaceable by tests.</summary>
    public Func<string, long> Free { get; set; } = static folder => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>Returns true if that many bytes more leave the required free space.</summary>
    public bool HasRoomFor(long bytes)
    {
        Directory.CreateDirectory(options.Value.Folder);
        return Free(options.Value.Folder) - bytes >= options.Value.MinFreeBytes;
    }
}
