using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Commands;

/// <summary>Registers the commands when they changed, and only then: Discord allows 200 creations a day.</summary>
internal sealed partial class CommandRegistrar(DiscordApi api, BotIdentity identity, IPlatformCursors cursors, ILogger<CommandRegistrar> log)
{
    private const string Cursor = "discord.commands";

    /// <exception cref="HttpRequestException">Discord did not answer, or not now; try again later.</exception>
    public async Task RegisterAsync(WireApplication? application, CancellationToken cancellationToken)
    {
        await identity.ApplicationKnown.WaitAsync(cancellationToken);
        var commands = CommandList.Write(Installs(application));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(identity.Application), .. commands]));
        if (await cursors.GetCursorAsync(Cursor, cancellationToken) == hash)
        {
            return;
        }

        var response = await api.PutCommandsAsync(identity.Application, commands, cancellationToken);
        if (response.IsSuccess)
        {
            await cursors.SetCursorAsync(Cursor, hash, cancellationToken);
            LogRegistered(log);
        }
        else if (response.Wait is not null || (int)response.Status is 429 or >= 500)
        {
            throw new HttpRequestException($"Discord answered {(int)response.Status}.");
        }
        else
        {
            LogRefused(log, (int)response.Status, response.Code);
        }
    }

    /// <summary>Only the installation contexts the application supports; any other would invalidate the whole list.</summary>
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord: commands registered")]
    private static partial void LogRegistered(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord refused the commands (status {Status}, code {Code}); slash commands stay as they were until the next start")]
    private static partial void LogRefused(ILogger logger, int status, int code);
}
