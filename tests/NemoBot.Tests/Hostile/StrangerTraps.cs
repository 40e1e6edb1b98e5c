using NemoBot.Tests.Media;

namespace NemoBot.Tests.Hostile;

/// <summary>Files that are no media at all, and names that mean something elsewhere.</summary>
internal static class StrangerTraps
{
    public static IEnumerable<HostileFile> All(SampleMedia samples) => [.. Strangers(), .. Names(samples)];

    private static IEnumerable<HostileFile> Strangers()
    {
        yield return new("empty.mp3", "nothing", []);
        yield return new("one.mp4", "one byte", [0]);
        yield return new("zeros.wav", "a million zeros", new byte[1_000_000]);
        yield return new("noise.mp3", "noise", Noise(300_000));
        yield return new("sync.mp3", "sync words only", [.. Enumerable.Repeat((byte[])[0xff, 0xfb, 0x90, 0x64], 50_000).SelectMany(b => b)]);
        yield return new("archive.mp3", "an archive that unpacks to 400 MB", Packed.Zip(Packed.BombBytes));
        yield return new("packed.wav", "a stream that unpacks to 400 MB", Packed.Gzip(Packed.BombBytes));
        yield return new("program.mp4", "a program", File.ReadAllBytes("/bin/true"));
        yield return new("page.jpg", "a page with a script", "<!doctype html><script>alert(1)</script>"u8.ToArray());
        yield return new("script.png", "a shell script", "#!/bin/sh\nrm -rf /\n"u8.ToArray());
    }

    private static IEnumerable<HostileFile> Names(SampleMedia samples)
    {
        var sound = File.ReadAllBytes(samples.Tone(1));
        foreach (var name in (string[])["../../../etc/cron.d/x.mp3", "-i.mp3", "%d.mp3", "a:b|c>d.mp3", "con.mp3", ".mp3", "\u202egpj.mp3", new string('n', 300) + ".mp3", "$(id)`id`;id.mp3", "'\"\\[out].mp3"])
        {
            yield return new(name, "a name with a meaning elsewhere", sound);
        }
    }

    private static byte[] Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(16).NextBytes(noise);
        return noise;
    }
}
