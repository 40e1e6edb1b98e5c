using Microsoft.Extensions.Options;

namespace NemoBot.Core.Access;

/// <summary>Refuses entries that would silently allow or block nothing.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var wrong = Lists(options)
            .SelectMany(l => l.Entries.Where(e => !IsEntry(e)).Select(e => $"NemoBot:Access:{l.Name} has \"{e}\", which does not have the form platform:id; for example web:4711."))
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static (string Name, IList<string> Entries)[] Lists(AccessOptions options) =>
    [
        (nameof(options.Administrators), options.Administrators), (nameof(options.AllowedUsers), options.AllowedUsers),
        (nameof(options.AllowedChats), options.AllowedChats), (nameof(options.AllowedServers), options.AllowedServers),
        (nameof(options.BlockedUsers), options.BlockedUsers), (nameof(options.BlockedChats), options.BlockedChats),
        (nameof(options.BlockedServers), options.BlockedServers),
    ];

    private static bool IsEntry(string entry) =>
        entry.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < entry.Length - 1 && !entry.Any(char.IsWhiteSpace);
}
