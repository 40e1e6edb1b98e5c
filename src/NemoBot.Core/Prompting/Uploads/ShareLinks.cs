using System.Text;
using System.Text.RegularExpressions;
using NemoBot.Core.Links;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Turns links that open a page of a file store into links to the file itself.</summary>
internal static partial class ShareLinks
{
    // They stream to their own players, encrypt, or want an account: nothing can be fetched from them.
    private static readonly string[] Closed =
    [
        "1024terabox.com", "123pan.com", "1drv.ms", "1fichier.com", "alipan.com", "aliyundrive.com", "b23.tv", "bandcamp.com",
        "bandlab.com", "bilibili.com", "box.com", "cloud.189.cn", "cowtransfer.com", "dailymotion.com", "deezer.com",
        "disk.yandex.com", "disk.yandex.ru", "docs.google.com", "douyin.com", "drive.google.com", "drive.uc.cn", "dropbox.com",
        "facebook.com", "fb.watch", "feishu.cn", "gofile.io", "icloud.com", "icloud.com.cn", "instagram.com", "iqiyi.com",
        "ixigua.com", "jianguoyun.com", "kdocs.cn", "kg.qq.com", "kuaishou.com", "kugou.com", "kuwo.cn", "lanzou.com", "larksuite.com",
        "loom.com", "mediafire.com", "mega.nz", "music.163.com", "music.amazon.com", "music.apple.com", "nicovideo.jp",
        "pan.baidu.com", "pan.quark.cn", "pan.xunlei.com", "pcloud.com", "pcloud.link", "photos.app.goo.gl", "photos.google.com",
        "photos.icloud.com", "podcasts.apple.com", "proton.me", "sendspace.com", "share.weiyun.com", "sharepoint.com",
        "soundcloud.com", "spotify.com", "spotify.link", "suno.com", "swisstransfer.com", "terabox.com", "threads.net", "tidal.com",
        "tiktok.com", "twitch.tv", "twitter.com", "udio.com", "v.qq.com", "vimeo.com", "we.tl", "weibo.com", "weixin.qq.com",
        "wetransfer.com", "x.com", "xhslink.com", "xiaohongshu.com", "xiaoyuzhoufm.com", "ximalaya.com", "y.qq.com", "yadi.sk",
        "youku.com", "youtu.be", "youtube.com", "yun.139.com", "zoom.us",
    ];

    /// <summary>The address of the file behind a share link; null if this is no share link that is known.</summary>
    public static Uri? ToDownload(Uri link)
    {
        var host = link.Host.ToLowerInvariant();
        return host switch
        {
            "drive.google.com" => DriveId().Match(link.PathAndQuery) is { Success: true } id
                ? new Uri($"https://drive.usercontent.google.com/download?id={id.Groups["id"].Value}&export=download&confirm=t{KeyOf(link)}")
                : null,
            "docs.google.com" => link.AbsolutePath == "/uc" ? ToDownload(new UriBuilder(link) { Host = "drive.google.com" }.Uri) : null,
            "www.dropbox.com" or "dropbox.com" => DropboxFile().IsMatch(link.AbsolutePath) ? WithQuery(link, "dl", "1") : null,
            _ when host.EndsWith(".sharepoint.com", StringComparison.Ordinal) => SharePointFile().IsMatch(link.AbsolutePath) ? WithQuery(link, "download", "1") : null,
            "1drv.ms" when OneDriveFolder().IsMatch(link.AbsolutePath) => null,
            "1drv.ms" or "onedrive.live.com" => new Uri($"https://api.onedrive.com/v1.0/shares/u!{Base64Url(link.AbsoluteUri)}/root/content"),
            "github.com" when WebAddresses.IsMedia(link) => Replace(link, "/blob/", "/raw/"),
            "gitlab.com" when WebAddresses.IsMedia(link) => Replace(link, "/-/blob/", "/-/raw/"),
            "pixeldrain.com" when link.AbsolutePath.StartsWith("/u/", StringComparison.Ordinal) => Replace(link, "/u/", "/api/file/"),
            _ when IsAt(link, "box.com") => link.AbsolutePath.StartsWith("/shared/static/", StringComparison.Ordinal) ? link : null,
            _ when WikiFile().Match(link.AbsolutePath) is { Success: true } file => new Uri(link, "/wiki/Special:FilePath/" + file.Groups["name"].Value),
            _ when SeafileShare().IsMatch(link.AbsolutePath) => WithQuery(link, "dl", "1"),
            _ when NextcloudShare().IsMatch(link.AbsolutePath) => new Uri(link.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/download"),
            _ => null,
        };
    }

    /// <summary>A store or player that gives files to nobody without an account or its own program.</summary>
    public static bool IsClosed(Uri link) => ToDownload(link) is null && IsClosedHost(link);

    private static bool IsClosedHost(Uri link) => Closed.Any(c => IsAt(link, c));

    private static bool IsAt(Uri link, string host) =>
        link.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || link.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path with another part in it, without query and port; null if it lacks that part.</summary>
    private static Uri? Replace(Uri link, string part, string with)
    {
        var (path, at) = (link.AbsolutePath, link.AbsolutePath.IndexOf(part, StringComparison.Ordinal));
        return at < 0 ? null : new Uri($"https://{link.Host}{path[..at]}{with}{path[(at + part.Length)..]}");
    }

    private static Uri WithQuery(Uri link, string name, string value)
    {
        var kept = link.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith(name + "=", StringComparison.Ordinal) && p != "raw=1");
        return new UriBuilder(link) { Query = string.Join('&', [.. kept, $"{name}={value}"]), Port = -1 }.Uri;
    }

    private static string KeyOf(Uri link) => ResourceKey().Match(link.Query) is { Success: true } key ? "&" + key.Value : "";

    private static string Base64Url(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('/', '_').Replace('+', '-');

    [GeneratedRegex(@"(/file/d/|/d/|[?&]id=)(?<id>[A-Za-z0-9_-]{5,})", RegexOptions.CultureInvariant)]
    private static partial Regex DriveId();

    // Older files need their key.
    [GeneratedRegex(@"(?<=[?&])resourcekey=[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex ResourceKey();

    [GeneratedRegex(@"^/f/", RegexOptions.CultureInvariant)]
    private static partial Regex OneDriveFolder();

    [GeneratedRegex(@"^/wiki/(File|Datei|Fichier|Archivo|%E6%96%87%E4%BB%B6):(?<name>[^/]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WikiFile();

    [GeneratedRegex(@"^/f/[0-9a-f]{20}/?$", RegexOptions.CultureInvariant)]
    private static partial Regex SeafileShare();

    // Folders come as archives, which hold too much or nothing.
    [GeneratedRegex(@"^/(s|scl/fi)/", RegexOptions.CultureInvariant)]
    private static partial Regex DropboxFile();

    // :f: is a folder; v, u, i are a video, any file and a picture.
    [GeneratedRegex(@"^/:[viu]:/", RegexOptions.CultureInvariant)]
    private static partial Regex SharePointFile();

    [GeneratedRegex(@"^(/index\.php)?/s/[A-Za-z0-9]{15}/?$", RegexOptions.CultureInvariant)]
    private static partial Regex NextcloudShare();
}
