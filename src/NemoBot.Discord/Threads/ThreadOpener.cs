using System.Globalization;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Threads;

/// <summary>Opens threads for projects.</summary>
internal sealed class ThreadOpener(DiscordApi api, DiscordOptions options)
{
    /// <summary>The button's id is this prefix and the id of the person who asked.</summary>
    public const string ButtonPrefix = "discord.thread.";

    private const int GuildText = 0;
    private const int GuildAnnouncement = 5;
    private const int NameLength = 100;

    /// <summary>Returns true where threads can be opened: not in direct messages, not in threads.</summary>
    public static bool CanHold(WireInteraction interaction) =>
        interaction.GuildId is not null && interaction.Channel?.Type is GuildText or GuildAnnouncement;

    /// <summary>Opens a thread on a message.</summary>
    /// <returns>The thread's id; null if Discord refused.</returns>
    public async Task<string?> OpenAsync(string channel, string message, string name, CancellationToken cancellationToken)
    {
        var body = new ThreadBody { Name = Name(name), AutoArchiveDuration = options.ThreadArchiveMinutes };
        var response = await api.StartThreadAsync(channel, message, body, cancellationToken);
        if (response.IsSuccess)
        {
            return response.Read(DiscordJson.Default.WireChannel).Id;
        }

        // A thread has the id of its message; a message has at most one.
        return response.Code == ErrorCodes.ThreadExists ? message : null;
    }

    /// <summary>Posts a greeting into a new thread.</summary>
    public Task GreetAsync(string thread, string text, CancellationToken cancellationToken) =>
        api.CreateMessageAsync(thread, MessageBodies.Text(text, []), file: null, cancellationToken);

    private static string Name(string name)
    {
        var line = name.ReplaceLineEndings(" ").Trim();
        line = line.Length == 0 ? "NemoBot" : line;
        var info = new StringInfo(line);
        return info.LengthInTextElements <= NameLength / 2 ? Cut(line) : Cut(info.SubstringByTextElements(0, NameLength / 2)) + "…";
    }

    private static string Cut(string line) => line.Length < NameLength ? line : line[..(NameLength - 2)];
}
