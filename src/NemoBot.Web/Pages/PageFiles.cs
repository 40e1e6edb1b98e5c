using System.Collections.Frozen;
using System.Security.Cryptography;

namespace NemoBot.Web.Pages;

/// <summary>The files of the page, read once from the assembly.</summary>
internal sealed class PageFiles
{
    private const string Root = "wwwroot/";

    private readonly FrozenDictionary<string, PageFile> _files = Load();

    public PageFile? Find(string path) => _files.GetValueOrDefault(path);

    private static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        var files = new Dictionary<string, PageFile>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (path.StartsWith(Root, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                files[path[Root.Length..]] = new PageFile(bytes, TypeOf(path), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
            }
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}
