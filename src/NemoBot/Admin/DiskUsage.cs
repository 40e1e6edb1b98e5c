using NemoBot.Core.Media;
using NemoBot.Settings;
using NemoBot.Web.Admin;

namespace NemoBot.Admin;

/// <summary>What takes space in the data folder, added up at most once a minute.</summary>
internal sealed class DiskUsage(IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly DirectoryInfo _folder = new(DataFolder.Find(configuration));
    private IReadOnlyList<AdminUsage> _usages = [];
    private DateTimeOffset _readAt;

    public long FreeBytes => new DriveInfo(_folder.FullName).AvailableFreeSpace;

    public IReadOnlyList<AdminUsage> Read()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_usages.Count == 0 || now - _readAt > Keep)
            {
                _readAt = now;
                _usages = [.. Measure().OrderByDescending(u => u.Bytes)];
            }

            return _usages;
        }
    }

    private IEnumerable<AdminUsage> Measure()
    {
        yield return new AdminUsage("store", FileSizes.Of(_folder.EnumerateFiles("nemobot.litedb*")));
        foreach (var part in _folder.EnumerateDirectories())
        {
            yield return new AdminUsage(part.Name, FileSizes.Of(part));
        }
    }
}
