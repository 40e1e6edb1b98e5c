using System.Globalization;

namespace NemoBot.Core.Requests;

/// <summary>The number of a version after a command or in a button: "3", "v3", "3 1".</summary>
internal static class VersionArgument
{
    /// <summary>The number; null if the first word is none.</summary>
    public static int? Read(string arguments) =>
        int.TryParse(arguments.TrimStart('v', 'V', ' ').Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
