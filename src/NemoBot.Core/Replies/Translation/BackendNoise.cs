namespace NemoBot.Core.Replies.Translation;

internal static class BackendNoise { public static bool IsTemporaryIssue(string text) => text.Contains("temporary issue", StringComparison.OrdinalIgnoreCase); }
