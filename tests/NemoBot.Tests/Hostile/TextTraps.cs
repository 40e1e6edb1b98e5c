using System.Text;

namespace NemoBot.Tests.Hostile;

/// <summary>Playlists that point elsewhere, and captions without measure.</summary>
internal static class TextTraps
{
    public static IEnumerable<HostileFile> All() => [.. Playlists(), .. Texts()];

    private static IEnumerable<HostileFile> Texts()
    {
        yield return new("long.srt", "a line of a million characters", Encoding.UTF8.GetBytes("1\n00:00:00,000 --> 00:00:01,000\n" + new string('W', 1_000_000) + "\n"));
        yield return new("many.srt", "50,000 lines at the same time", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 30_000).Select(i => $"{i}\n00:00:00,000 --> 00:00:01,000\nx\n\n"))));
        yield return new("late.vtt", "times beyond all bounds", "WEBVTT\n\n99999999999:00:00.000 --> 999999999999:59:59.999\nlate\n"u8.ToArray());
        yield return new("back.srt", "an end before the start", "1\n00:00:05,000 --> 00:00:01,000\nback\n"u8.ToArray());
        yield return new("drawing.ass", "a drawing of 100,000 points", Encoding.UTF8.GetBytes(Ass(@"{\p1}" + string.Concat(Enumerable.Repeat("m 0 0 l 9999 9999 ", 50_000)))));
        yield return new("blur.ass", "a blur of 10^9 in a font of 10^9", Encoding.UTF8.GetBytes(Ass(@"{\fs1000000000\blur1000000000\bord1000000000}WWW")));
        yield return new("fonts.ass", "an attached font that is none", Encoding.UTF8.GetBytes(Ass("x") + "\n[Fonts]\nfontname: a.ttf\n" + string.Concat(Enumerable.Repeat(new string('!', 80) + "\n", 20_000))));
        yield return new("rows.lrc", "tags without an end", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[00:01.00]", 100_000)) + "la"));
    }

    private static IEnumerable<HostileFile> Playlists()
    {
        foreach (var name in (string[])["list.mp3", "list.mp4", "list.wav", "list.m3u8"])
        {
            yield return new(name, "a playlist of local and private addresses", "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXTINF:10,\nhttp://127.0.0.1:1/a.ts\n"u8.ToArray());
            yield return new(name, "a playlist that names itself without an end", Encoding.UTF8.GetBytes("#EXTM3U\n" + string.Concat(Enumerable.Repeat($"#EXTINF:1,\n{name}\n", 10_000))));
        }

        yield return new("concat.mp4", "a list of files", "ffconcat version 1.0\nfile /etc/passwd\nfile /dev/zero\n"u8.ToArray());
        yield return new("session.mp3", "a session description", "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=audio 1 RTP/AVP 0\n"u8.ToArray());
        yield return new("manifest.mp4", "a manifest", "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><BaseURL>http://127.0.0.1:1/</BaseURL></Period></MPD>"u8.ToArray());
    }

    private static string Ass(string text) =>
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        + $"Dialogue: 0,0:00:00.00,0:00:05.00,Default,,0,0,0,,{text}\n";
}
