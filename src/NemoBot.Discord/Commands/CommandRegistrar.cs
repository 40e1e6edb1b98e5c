using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Commands;

/// <summary>Registers the commands when they changed, and only then: Discord allows 200 creations a day.</summary>
internal sealed partial class CommandRegistrar(DiscordApi api, IPlatformCursors cursors, ILogger<CommandRegistrar> log)
{
    private const string Cursor = "discord.commands";

    public async Task RegisterAsync(OwnIdentity own, WireApplication? application, CancellationToken cancellationToken)
    {
        await own.Registrable.WaitAsync(cancellationToken);
        var commands = CommandList.Write(Installs(application));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(own.Application), .. commands]));
        if (await cursors.GetCursorAsync(Cursor, cancellationToken) == hash)
        {
            return;
        }

        try
        {
            var answer = await api.PutCommandsAsync(own.Application, commands, cancellationToken);
            if (answer.IsSuccess)
            {
                await cursors.SetCursorAsync(Cursor, hash, cancellationToken);
                LogRegistered(log);
            }
            else
            {
                LogRefused(log, (int)answer.Status, answer.Code);
            }
        }
        catch (HttpRequestException)
        {
            LogRefused(log, 0, 0);
        }
    }

    /// <summary>Only the kinds of installation that the application is set up for; another one would make the whole list invalid.</summary>
    private static int[] Installs(WireApplication? application)
    {
        int[] known =
        [
            .. (application?.IntegrationTypesConfig?.Keys ?? [])
                .Select(k => int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var type) ? type : -1)
                .Where(t => t is 0 or 1)
                .Order(),
        ];
        return known.Length > 0 ? known : [0, 1];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord's commands are registered")]
    private static partial void LogRegistered(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not take the commands ({Status}, {Code}); the next start tries again")]
    private static partial void LogRefused(ILogger logger, int status, int code);
}
