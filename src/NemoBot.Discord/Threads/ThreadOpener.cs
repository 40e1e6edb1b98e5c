using System.Globalization;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Threads;

/// <summary>Opens threads for projects that want a place of their own.</summary>
internal sealed class ThreadOpener(DiscordApi api, DiscordOptions options)
{
    /// <summary>The button's id is this and the id of the one who asked.</summary>
    public const string ButtonPrefix = "discord.thread.";

    private const int GuildText = 0;
    private const int GuildAnnouncement = 5;
    private const int NameLength = 100;

    /// <summary>True where threads can be opened: not in direct messages, not in threads.</summary>
    public static bool CanHold(WireInteraction interaction) =>
        interaction.GuildId is not null && interaction.Channel?.Type is GuildText or GuildAnnouncement;

    /// <summary>Opens a thread below a message.</summary>
    /// <returns>The thread's id; null if it was refused.</returns>
    public async Task<string?> OpenAsync(string channel, string message, string name, CancellationToken cancellationToken)
    {
        var body = new ThreadBody { Name = Name(name), AutoArchiveDuration = options.ThreadArchiveMinutes };
        var answer = await api.StartThreadAsync(channel, message, body, cancellationToken);
        if (answer.IsSuccess)
        {
            return answer.Read(DiscordJson.Default.WireChannel).Id;
        }

        // A thread has the id of the message that it hangs below; there can be only one.
        return answer.Code == ErrorCodes.ThreadExists ? message : null;
    }

    /// <summary>Greets in the new thread.</summary>
    public Task GreetAsync(string thread, string text, CancellationToken cancellationToken) =>
        api.CreateMessageAsync(thread, Bodies.Text(text, []), file: null, cancellationToken);

    private static string Name(string name)
    {
        var line = name.ReplaceLineEndings(" ").Trim();
        line = line.Length == 0 ? "NemoBot" : line;
        var info = new StringInfo(line);
        return info.LengthInTextElements <= NameLength / 2 ? Cut(line) : Cut(info.SubstringByTextElements(0, NameLength / 2)) + "…";
    }

    private static string Cut(string line) => line.Length < NameLength ? line : line[..(NameLength - 2)];
}
