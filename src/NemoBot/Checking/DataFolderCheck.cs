using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.LocalNemo.Settings;

namespace NemoBot.Checking;

/// <summary>Whether the data folder can be written, and how much room its disk has.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="local">Below how much free space files are refused.</param>
internal sealed class DataFolderCheck(string folder, IOptions<LocalNemoOptions> local) : ICheck
{
    private const long Comfortable = 5L << 30;

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (TryWrite() is { } problem)
        {
            yield return Finding.Fail("data folder", $"{folder} cannot be written: {problem} Name another one in NemoBot:DataFolder.");
            yield break;
        }

        yield return Finding.Ok("data folder", $"{folder} can be written");
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = $"{Gigabytes(free)} GB are free";
        yield return free < local.Value.MinFreeBytes
            ? Finding.Fail("disk", $"{text}; below {Gigabytes(local.Value.MinFreeBytes)} GB files are refused")
            : free < Comfortable ? Finding.Warn("disk", $"{text}; videos may fill that soon") : Finding.Ok("disk", text);
    }

    private string? TryWrite()
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".check-{Guid.NewGuid():n}");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static string Gigabytes(long bytes) => (bytes / (double)(1 << 30)).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
