using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests.Intents;

namespace NemoBot.Core.Requests;

/// <summary>Understands what a message wants: a command, a button, or words for the backend.</summary>
internal static class RequestParser
{
    public static Request Read(InboundMessage message)
    {
        if (message.ActionId is { } action)
        {
            return ReadPress(action);
        }

        var text = message.Text.Trim();
        if (text.StartsWith('/') && TryReadCommand(text, out var command))
        {
            // "/export 9:16" names no version: it means what it means without the slash.
            if (command.Command is "export" or "preview" or "undo" && command.Arguments.Length > 0 && VersionArgument.Read(command.Arguments) is null)
            {
                return Read(message with { Text = text[1..] });
            }

            // Files or words after /make are what it is about.
            return command.Command == "make" && (command.Arguments.Length > 0 || message.Attachments.Count > 0)
                ? command with { Kind = RequestKind.Prompt }
                : command;
        }

        if (message.Attachments.Count > 0)
        {
            return new Request(RequestKind.Prompt, "", text);
        }

        var intent = IntentRouter.Route(text, hasFiles: false);
        var name = NameOf(intent.Kind);
        return name is null
            ? new Request(RequestKind.Prompt, "", text)
            : new Request(RequestKind.Command, name, intent.Kind == IntentKind.Again ? text : intent.Version?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    private static string? NameOf(IntentKind kind) => kind switch
    {
        IntentKind.Export => "export",
        IntentKind.Again => "again",
        IntentKind.Preview => "preview",
        IntentKind.Credits => "credits",
        IntentKind.State => "timeline",
        IntentKind.Progress => "status",
        IntentKind.Undo => "undo",
        IntentKind.Versions => "versions",
        IntentKind.Help => "help",
        IntentKind.Cancel => "cancel",
        IntentKind.Upload => "upload",
        IntentKind.Thanks => "thanks",
        _ => null,
    };

    private static bool TryReadCommand(string text, out Request command)
    {
        var end = text.AsSpan().IndexOfAny(" \t\r\n");
        var name = (end < 0 ? text[1..] : text[1..end]).ToLowerInvariant();
        command = new Request(RequestKind.Command, name, end < 0 ? "" : text[end..].Trim());
        return name.Length is > 0 and < 20 && name.All(char.IsAsciiLetter);
    }

    private static Request ReadPress(string action)
    {
        var (verb, parts) = ButtonIds.Read(action);
        var rest = string.Join(' ', parts);
        return verb switch
        {
            ButtonIds.Starter or ButtonIds.Offer or ButtonIds.Preset or ButtonIds.Rerun or ButtonIds.Go or ButtonIds.Local or ButtonIds.Compress
                => new Request(RequestKind.Prompt, verb, rest),
            ButtonIds.Show => new Request(RequestKind.Command, parts.FirstOrDefault() ?? "timeline", ""),
            ButtonIds.Setting => new Request(RequestKind.Command, "settings", rest),
            _ => new Request(RequestKind.Command, verb, rest),
        };
    }
}
