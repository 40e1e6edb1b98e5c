using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Updates;

/// <summary>Tells Telegram the commands, per language and per kind of reader, when they are not the ones it has already.</summary>
internal sealed partial class CommandRegistration(TelegramGateway gateway, IPlatformCursors cursors, ILogger<CommandRegistration> logger)
{
    /// <summary>What members of a group are not shown, because it is usually left to administrators.</summary>
    private static readonly HashSet<string> ForAdministrators = ["settings", "forget"];

    /// <summary>A token belongs into a private chat.</summary>
    private const string Private = "connect";

    /// <summary>Registers if need be. A failure costs the list, not the start.</summary>
    public async Task RegisterAsync(long botId, CancellationToken cancellationToken)
    {
        var requests = Requests().ToList();
        var cursor = string.Create(CultureInfo.InvariantCulture, $"telegram:commands:{botId}");
        var hash = Hash(requests);
        if (await cursors.GetCursorAsync(cursor, cancellationToken) == hash)
        {
            return;
        }

        try
        {
            foreach (var request in requests)
            {
                await gateway.SetMyCommandsAsync(request, cancellationToken);
            }

            await cursors.SetCursorAsync(cursor, hash, cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            LogNotRegistered(error.Message);
        }
    }

    private static IEnumerable<SetMyCommandsRequest> Requests()
    {
        foreach (var (code, language) in new (string? Code, string Language)[] { (null, "en"), ("en", "en"), ("zh", "zh") })
        {
            yield return List("all_private_chats", code, language, _ => true);
            yield return List("all_group_chats", code, language, c => c.Name != Private && !ForAdministrators.Contains(c.Name));
            yield return List("all_chat_administrators", code, language, c => c.Name != Private);
        }
    }

    private static SetMyCommandsRequest List(string scope, string? code, string language, Func<CommandInfo, bool> shown) => new()
    {
        Scope = new CommandScope { Type = scope },
        LanguageCode = code,
        Commands = [.. CommandCatalog.All.Where(shown).Select(c => new BotCommand { Command = c.Name, Description = c.Descriptions[language] })],
    };

    private static string Hash(List<SetMyCommandsRequest> requests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var request in requests)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, WireContext.Default.SetMyCommandsRequest));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The commands could not be registered with Telegram: {Reason}")]
    private partial void LogNotRegistered(string reason);
}
