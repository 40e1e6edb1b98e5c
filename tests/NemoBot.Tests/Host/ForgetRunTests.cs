using System.Text;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The real bot with the embedded backend: what <c>/forget</c> leaves behind on the disk.</summary>
public sealed class ForgetRunTests
{
    private const string Marker = "Quokkamarker7";
    private const string Other = "Wombatmarker8";

    [Fact]
    public async Task Forgetting_leaves_no_byte_of_the_chat_even_while_work_runs_and_none_of_another_chat_is_lost()
    {
        using var media = new SampleMedia();
        await using var host = await HostProcess.StartAsync([]);
        var marked = Path.Combine(host.Folder, $"{Marker}.mp3");
        await File.WriteAllBytesAsync(marked, [.. await File.ReadAllBytesAsync(media.Tone(2)), .. Encoding.UTF8.GetBytes(Marker)]);
        await host.SayAsync($"make a waveform video in 240p with the title '{Marker}'", marked);
        await host.WaitAsync(m => HostProcess.Has(m, "video"));
        File.Delete(marked);
        await SayInOtherAsync(host);
        Assert.NotEmpty(await FindAsync(host, Marker));

        // A render runs, and a turn may still run, when everything is deleted.
        await host.SayAsync($"make it 1080p and call it '{Marker} again'");
        await host.WaitAsync(m => HostProcess.Has(m, "status", "again") || HostProcess.Has(m, "status", "Rendering"));
        await host.SayAsync("/forget yes");
        var receipt = await host.WaitAsync(m => HostProcess.Has(m, "text", "is deleted"));
        var words = receipt.GetProperty("text").GetString();
        Assert.Matches(@"[2-9] requests, [1-9] versions", words);
        Assert.Matches(@"[3-9] files \(\d+(\.\d)? [kM]B\)", words);
        Assert.DoesNotContain("may still hold", words, StringComparison.Ordinal);

        Assert.Empty(await FindAsync(host, Marker));
        await host.SayAsync("/help");
        await host.WaitAsync(m => HostProcess.Has(m, "text", "/make"));
        await host.KillAsync();
        Assert.Empty(await FindAsync(host, Marker));
        Assert.NotEmpty(await FindAsync(host, Other));
        await host.StartAsync();
        Assert.Empty(await FindAsync(host, Marker));
    }

    private static async Task SayInOtherAsync(HostProcess host)
    {
        using var form = new MultipartFormDataContent { { new StringContent($"make a video called '{Other}'"), "text" } };
        using var answer = await host.Http.PostAsync("/api/channels/other/messages", form);
        Assert.True(answer.IsSuccessStatusCode);
    }

    /// <summary>The files below the data folder with the words in their names or bytes, in any of the encodings in use.</summary>
    private static async Task<List<string>> FindAsync(HostProcess host, string words)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(words), Encoding.Unicode.GetBytes(words), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(words)))];
        List<string> found = [];

        // The bot has locked its files: a copy is searched.
        var copy = Path.Combine(host.Folder, "copy");
        using (var cp = System.Diagnostics.Process.Start("cp", ["-r", Path.Combine(host.Folder, "data"), copy]))
        {
            await cp.WaitForExitAsync();
        }

        foreach (var file in Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            if (Path.GetFileName(file).Contains(words, StringComparison.Ordinal) || forms.Any(f => bytes.AsSpan().IndexOf(f) >= 0))
            {
                found.Add(file);
            }
        }

        Directory.Delete(copy, recursive: true);
        return found;
    }
}
