using System.Globalization;
using System.Text;
using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>
/// Plays a conversation that is written down: lines that begin with <c>&gt;</c> are what people do, lines that begin with <c>=</c> what the
/// services do. Everything else is what the bot shows, word for word, and is written anew.
/// </summary>
public sealed class ConversationScript(Chat chat)
{
    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        ["mp3"] = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]],
        ["mp4"] = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[300]],
        ["png"] = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, .. new byte[300]],
        ["flac"] = [.. "fLaC"u8, .. new byte[400]],
        ["txt"] = [.. "just some words"u8],
        ["webm"] = [0x1A, 0x45, 0xDF, 0xA3, .. new byte[300]],
        ["gif"] = [.. "GIF89a"u8, .. new byte[300]],
        ["empty"] = [],
        ["big"] = [0xFF, 0xFB, 0x90, 0x64, .. new byte[1600]],
    };

    private readonly StringBuilder _written = new();
    private readonly Dictionary<string, OutboundMessage> _shown = [];
    private readonly List<(string Name, byte[] Bytes)> _attached = [];
    private ScriptedTurn? _turn;
    private int _files;
    private int _posts;

    /// <summary>The conversation as it was, so far.</summary>
    public string Written => _written.ToString();

    public async Task PlayAsync(IEnumerable<string> lines)
    {
        chat.Backend.RenderTime = TimeSpan.FromSeconds(2);
        foreach (var line in lines.Where(l => l is ['>' or '=', ..]))
        {
            _written.Append(line).Append('\n');
            if (line[0] == '=')
            {
                await ArrangeAsync(line[1..].Trim());
                continue;
            }

            _turn = null;
            await ActAsync(line[1..].Trim());
            WriteNews();
        }
    }

    private async Task ActAsync(string line)
    {
        var (author, words) = Cut(line, ": ");
        var before = Visible();
        await (Cut(words, " ") switch
        {
            ("press", var label) => chat.Press(label, author),
            ("press-id", var id) => PressIdAsync(author, id),
            ("connect", var token) => ConnectAsync(author, token),
            _ => chat.User(words == "-" ? "" : words, author, [.. _attached]),
        });
        _attached.Clear();
        if (words.StartsWith("connect ", StringComparison.Ordinal))
        {
            return;
        }

        await chat.WaitAsync(() => Visible() != before, "an answer to " + line);
        await chat.WaitAsync(IsQuiet, "the end of " + line);
    }

    /// <summary>The answer to a token is shown to its owner alone.</summary>
    private async Task<InboundReceipt> ConnectAsync(string author, string token)
    {
        Write("< privately", await chat.Sink.ConnectAsync(Chat.Key, new Author(author, author), token == "-" ? null : token, "en", CancellationToken.None), []);
        return InboundReceipt.Accepted;
    }

    private Task<InboundReceipt> PressIdAsync(string author, string id) => chat.Sink.PostAsync(
        new InboundMessage
        {
            Conversation = Chat.Key,
            MessageId = $"i{++_posts}",
            Author = new Author(author, author),
            ActionId = id,
            ActionMessageId = "m1",
            IsPrivate = chat.IsPrivate,
        },
        CancellationToken.None);

    private async Task ArrangeAsync(string line)
    {
        var (what, value) = Cut(line, " ");
        switch (what)
        {
            case "file":
                _attached.Add((value, Files[value[(value.LastIndexOf('.') + 1)..]]));
                break;
            case "paid":
                chat.Backend.Traits = chat.Backend.Traits with { ChargesCredits = true, Web = new Uri("https://nemo.example/") };
                break;
            case "can":
                chat.Backend.Traits = chat.Backend.Traits with { CanPreview = true, CanRestore = true, CanMakeFormats = true };
                break;
            case "credits":
                chat.Backend.Credits = long.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "alone":
                chat.IsPrivate = true;
                break;
            case "administrator":
                chat.Platform.Administrators.Add(value);
                break;
            case "breaks":
                var (method, problem) = Cut(value, " ");
                (method == "OpenAsync" ? chat.PlatformFaults : chat.StoreFaults).Fail(method, Troubles.Named(problem));
                break;
            case "kept":
                _written.Append(await ConversationDump.WriteAsync(chat));
                break;
            default:
                if (!ArrangeService(what, value))
                {
                    ArrangeTurn(what, value);
                }

                break;
        }
    }

    private bool ArrangeService(string what, string value)
    {
        var backend = chat.Backend;
        switch (what)
        {
            case "render-fails":
                backend.RenderFails = value == "yes";
                return true;
            case "user":
                backend.User = value;
                return true;
            case "makes":
                backend.File = value.Length == 0 ? null : Files[value];
                return true;
            case "submit-error":
                backend.SubmitErrors.Enqueue(Error(value));
                return true;
            case "poll-error":
                backend.PollErrors.Enqueue(Error(value));
                return true;
            case "state-error":
                backend.StateErrors.Enqueue(Error(value));
                return true;
            case "session-error":
                backend.SessionErrors.Enqueue(Error(value));
                return true;
            case "account-error":
                backend.AccountErrors.Enqueue(Error(value));
                return true;
            case "download-error":
                backend.DownloadErrors.Enqueue(Troubles.Named(value));
                return true;
            case "dead-link":
                backend.DeadLinks.Add(value);
                return true;
            case "upload-limit":
                chat.Platform.Limits = chat.Platform.Limits with { UploadBytes = long.Parse(value, CultureInfo.InvariantCulture) };
                return true;
            case "refuses-files":
                chat.Platform.RefusesFiles = value == "yes";
                return true;
            default:
                return false;
        }
    }

    private static BackendError Error(string kind) => new(Enum.Parse<BackendErrorKind>(kind));

    private void ArrangeTurn(string what, string value)
    {
        _turn ??= chat.Backend.Turn();
        _turn = what switch
        {
            "says" => _turn.Says(value.Replace("\\n", "\n", StringComparison.Ordinal)),
            "draft" => _turn.Draft(Drafts.Named(value)),
            "uses" => _turn.Uses(value),
            "costs" => _turn.Costs(long.Parse(value, CultureInfo.InvariantCulture)),
            "offers" => _turn.Offers(value.Split('|')),
            "refuses" => _turn.Refuses(Enum.Parse<BackendErrorKind>(value)),
            "fails" => _turn.Then(new BackendEvent.Failed(new BackendError(Enum.Parse<BackendErrorKind>(value)), null)),
            "changes" => _turn.Then(new BackendEvent.StateChanged(
                JsonDocument.Parse($$"""{"draft":{{Drafts.Named(value)}}}""").RootElement)),
            _ => throw new InvalidOperationException(what),
        };
    }

    private int Visible() => chat.Platform.Messages.Sum(m => m.Looks.Count) + chat.Platform.Files.Count;

    private bool IsQuiet() => chat.Get<ConversationQueues>().Count + chat.Get<RenderQueue>().Count == 0 && chat.Platform.Messages.All(m => m.Now.IsFinal);

    private void WriteNews()
    {
        foreach (var (file, bytes) in chat.Platform.Files.Skip(_files))
        {
            Write($"< file {++_files}: {file.FileName}, {file.MimeType}, {bytes.Length} bytes, {file.Video}, reply to {file.ReplyTo ?? "none"}", file.Caption, file.Buttons);
        }

        foreach (var message in chat.Platform.Messages.Where(m => !ReferenceEquals(_shown.GetValueOrDefault(m.Id), m.Now)))
        {
            _shown[message.Id] = message.Now;
            Write($"< {message.Id}: {message.Now.Kind}{(message.Now.IsFinal ? ", final" : "")}, reply to {message.Looks[0].ReplyTo ?? "none"}", message.Text, message.Now.Buttons);
        }
    }

    private void Write(string head, string text, IReadOnlyList<Button> buttons)
    {
        _written.Append(head).Append('\n');
        text = chat.Backend.RenderIds.Aggregate(text, (rest, id) => rest.Replace(id, "ID", StringComparison.Ordinal));
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _written.Append("    ").Append(line.TrimEnd()).Append('\n');
        }

        foreach (var button in buttons)
        {
            _written.Append(CultureInfo.InvariantCulture, $"    [{button.Label}] {button.Id} {button.Style}\n");
        }
    }

    private static (string Before, string After) Cut(string line, string at)
    {
        var index = line.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (line, "") : (line[..index], line[(index + at.Length)..]);
    }
}
