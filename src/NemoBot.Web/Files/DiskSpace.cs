using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>Checks the free space of the spool's disk.</summary>
internal sealed class DiskSpace(IOptions<WebChatOptions> options)
{
    /// <summary>Returns true if that many bytes more leave the required free space.</summary>
    public bool HasRoomFor(long bytes)
    {
        Directory.CreateDirectory(options.Value.Folder);
        return new DriveInfo(options.Value.Folder).AvailableFreeSpace - bytes >= options.Value.MinFreeBytes;
    }
}
