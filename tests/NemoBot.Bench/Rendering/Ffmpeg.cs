using System.Diagnostics;

namespace NemoBot.Bench.Rendering;

/// <summary>FFmpeg as anybody runs it, for made files and for the recipe to compare with.</summary>
internal static class Ffmpeg
{
    public static Process Start(IEnumerable<string> arguments, bool feeds = false) => Process.Start(
        new ProcessStartInfo("ffmpeg", [.. feeds ? [] : (string[])["-nostdin"], "-hide_banner", "-y", .. arguments]) { RedirectStandardInput = feeds, RedirectStandardError = true })!;

    /// <summary>Returns what it said.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    public static async Task<string> EndAsync(Process process)
    {
        var words = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? words : throw new InvalidOperationException($"FFmpeg failed: {words}");
    }

    public static async Task<string> MakeAsync(string folder, string name, string arguments)
    {
        var path = Path.Combine(folder, name);
        await RunAsync([.. arguments.Split(' '), path]);
        return path;
    }
}
