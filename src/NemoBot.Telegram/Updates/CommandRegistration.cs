using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>Registers the commands with Telegram, per language and audience, if they changed since the last registration.</summary>
internal sealed partial class CommandRegistration(TelegramGateway gateway, IPlatformCursors cursors, ILogger<CommandRegistration> logger)
{
    /// <summary>Hidden from members of a group, because these are usually left to administrators.</summary>
    private static readonly HashSet<string> ForAdministrators = ["settings", "forget"];

    /// <summary>Shown in private chats only: a token must not be posted in a group.</summary>
    private const string Private = "connect";

    /// <summary>Registers if needed. A failure costs the command list, not the start.</summary>
    public async Task RegisterAsync(long botId, CancellationToken cancellationToken)
    {
        var requests = CreateRequests().ToList();
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
                await gateway.CallAsync(request, cancellationToken);
            }

            await cursors.SetCursorAsync(cursor, hash, cancellationToken);
        }
        catch (Exception error) when (error is TelegramApiException or TelegramUnreachableException)
        {
            LogNotRegistered(error.Message);
        }
    }

    private static IEnumerable<SetMyCommandsRequest> CreateRequests()
    {
        foreach (var (code, language) in new (string? Code, string Language)[] { (null, "en"), ("en", "en"), ("zh", "zh") })
        {
            yield return Create(new BotCommandScopeAllPrivateChats(), code, language, _ => true);
            yield return Create(new BotCommandScopeAllGroupChats(), code, language, c => c.Name != Private && !ForAdministrators.Contains(c.Name));
            yield return Create(new BotCommandScopeAllChatAdministrators(), code, language, c => c.Name != Private);
        }
    }

    private static SetMyCommandsRequest Create(BotCommandScope scope, string? code, string language, Func<CommandInfo, bool> shown) => new()
    {
        Scope = scope,
        LanguageCode = code,
        Commands = [.. CommandCatalog.All.Where(shown).Select(c => new BotCommand { Command = c.Name, Description = c.Descriptions[language] })],
    };

    private static string Hash(List<SetMyCommandsRequest> requests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var request in requests)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.TypeInfo<SetMyCommandsRequest>()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The commands could not be registered with Telegram: {Reason}")]
    private partial void LogNotRegistered(string reason);
}
