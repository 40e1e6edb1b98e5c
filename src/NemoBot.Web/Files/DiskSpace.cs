using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>Whether the disk of the spool still has room.</summary>
internal sealed class DiskSpace(IOptions<WebChatOptions> options)
{
    /// <summary>How many bytes are free; a test puts its own number here.</summary>
    public Func<string, long> Free { get; set; } = static folder => new DriveInfo(folder).AvailableFreeSpace;

    /// <summary>True if so many bytes more leave what must stay free.</summary>
    public bool HasRoomFor(long bytes)
    {
        Directory.CreateDirectory(options.Value.Folder);
        return Free(options.Value.Folder) - bytes >= options.Value.MinFreeBytes;
    }

    /// <summary>True for the error of a write to a full disk: ENOSPC, EDQUOT, or ERROR_DISK_FULL.</summary>
    public static bool IsFull(IOException error) => error.HResult is 28 or 122 or unchecked((int)0x80070070);
}
