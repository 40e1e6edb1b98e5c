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
    private readonly StringBuilder _written = new();
    private readonly Dictionary<string, OutboundMessage> _shown = [];
    private readonly List<(string Name, byte[] Bytes)> _attached = [];
    private ScriptedTurn? _turn;
    private TaskCompletionSource _gate = new();
    private string _until = "quiet";
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
        var (before, messages, posted, rendered) = (Visible(), chat.Platform.Messages.Count, chat.Backend.Posted.Count, chat.Backend.Rendered.Count);
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
        await chat.WaitAsync(() => IsReached(messages, posted, rendered), $"{_until} after {line}");
    }

    private bool IsReached(int messages, int posted, int rendered) => _until switch
    {
        "posted" => chat.Backend.Posted.Count > posted,
        "rendered" => chat.Backend.Rendered.Count > rendered,
        // What runs meanwhile is edited all the time.
        "shown" => chat.Platform.Messages.Count > messages,
        _ => IsQuiet(),
    };

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
                _attached.Add((value, ServiceScript.Files[value[(value.LastIndexOf('.') + 1)..]]));
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
            case "until":
                _until = value;
                break;
            case "go-on":
                _gate.SetResult();
                _gate = new TaskCompletionSource();
                await chat.WaitAsync(IsQuiet, "the end of what went on");
                WriteNews();
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
                if (!ServiceScript.Arrange(chat, what, value))
                {
                    ArrangeTurn(what, value);
                }

                break;
        }
    }

    private void ArrangeTurn(string what, string value)
    {
        _turn ??= chat.Backend.Turn();
        _turn = what switch
        {
            "says" => _turn.Says(value.Replace("\\n", "\n", StringComparison.Ordinal)),
            "draft" => _turn.Draft(Drafts.Named(value)),
            "waits" => _turn.WaitsFor(_gate.Task),
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

        // What still moves depends on the moment.
        foreach (var message in chat.Platform.Messages.Where(m => m.Now.IsFinal && !ReferenceEquals(_shown.GetValueOrDefault(m.Id), m.Now)))
        {
            _shown[message.Id] = message.Now;
            Write($"< {message.Id}: {message.Now.Kind}, reply to {message.Looks[0].ReplyTo ?? "none"}", message.Text, message.Now.Buttons);
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
