using System.Globalization;
using NemoBot.Core.Backend;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>What the lines of a written conversation say of the service, and the files that people send in it.</summary>
public static class ServiceScript
{
    /// <summary>By the ending of the name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["mp3"] = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]],
        ["mp4"] = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[300]],
        ["png"] = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, .. new byte[300]],
        ["flac"] = [.. "fLaC"u8, .. new byte[400]],
        ["txt"] = [.. "just some words"u8],
        ["webm"] = [0x1A, 0x45, 0xDF, 0xA3, .. new byte[300]],
        ["gif"] = [.. "GIF89a"u8, .. new byte[300]],
        ["empty"] = [],
        ["short"] = [.. "fLaC"u8, .. new byte[400], .. FakeMedia.BrokenOff],
        ["endless"] = [.. "fLaC"u8, .. new byte[400], .. FakeMedia.Endless],
        ["dense"] = [0xFF, 0xFB, 0x90, 0x64, .. new byte[1600], .. FakeMedia.Dense],
        ["cut"] = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[12], 0, 0, 9, 0, .. "mdat"u8, .. new byte[300]],
        ["big"] = [0xFF, 0xFB, 0x90, 0x64, .. new byte[1600]],
    };

    public static bool Arrange(Chat chat, string what, string value)
    {
        var backend = chat.Backend;
        switch (what)
        {
            case "render-fails":
                backend.RenderFails = value == "yes";
                return true;
            case "render-time":
                backend.RenderTime = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture));
                return true;
            case "user":
                backend.User = value;
                return true;
            case "makes":
                backend.File = value.Length == 0 ? null : Files[value];
                return true;
            case "address":
                backend.Address = value;
                return true;
            case "submit-error":
                backend.SubmitErrors.Enqueue(Error(value));
                return true;
            case "poll-error":
                backend.PollErrors.Enqueue(Error(value));
                return true;
            case "state-error":
                backend.StateErrors.Enqueue(Error(value));
                return true;
            case "session-error":
                backend.SessionErrors.Enqueue(Error(value));
                return true;
            case "account-error":
                backend.AccountErrors.Enqueue(Error(value));
                return true;
            case "download-error":
                backend.DownloadErrors.Enqueue(Troubles.Named(value));
                return true;
            case "unreadable":
                backend.Unreadable.Add(value);
                return true;
            case "dead-link":
                backend.DeadLinks.Add(value);
                return true;
            case "upload-limit":
                chat.Platform.Limits = chat.Platform.Limits with { UploadBytes = long.Parse(value, CultureInfo.InvariantCulture) };
                return true;
            case "refuses-files":
                chat.Platform.RefusesFiles = value == "yes";
                return true;
            default:
                return false;
        }
    }

    private static BackendError Error(string kind) => new(Enum.Parse<BackendErrorKind>(kind));
}
