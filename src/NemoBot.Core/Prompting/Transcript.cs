using System.Text;
using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Text.Translation;

namespace NemoBot.Core.Prompting;

/// <summary>What a running turn said so far, each text once, in the bot's words.</summary>
/// <param name="language">The conversation's language.</param>
/// <param name="isPlain">See <see cref="BackendTraits.WritesPlainText"/>.</param>
internal sealed class Transcript(string language, bool isPlain)
{
    /// <summary>The tool by which a backend offers requests that can be sent next.</summary>
    public const string OfferTool = "offer_requests";

    private readonly List<string> _done = [];
    private readonly StringBuilder _open = new();
    private readonly List<GuiAction> _actions = [];

    /// <summary>True errors, in order.</summary>
    public List<BackendError> Errors { get; } = [];

    /// <summary>What the texts ask the user to do, which the bot does or offers.</summary>
    public IReadOnlyList<GuiAction> Actions => _actions;

    /// <summary>The backend wrote something, even if nothing of it is worth showing.</summary>
    public bool HasSpoken { get; private set; }

    /// <summary>A video was generated in this turn.</summary>
    public bool HasGenerated { get; set; }

    /// <summary>Adds the requests that the backend offers.</summary>
    public void AddOffers(JsonElement arguments)
    {
        if (arguments.ValueKind is JsonValueKind.Object && arguments.TryGetProperty("requests", out var requests) && requests.ValueKind is JsonValueKind.Array)
        {
            var written = requests.EnumerateArray().Where(r => r.ValueKind is JsonValueKind.String);
            _actions.AddRange(written.Select(r => new GuiAction(GuiActionKind.SendEdit, r.GetString())));
        }
    }

    public void Append(string delta) => _open.Append(delta);

    public void Complete(string text)
    {
        _open.Clear();
        if (string.IsNullOrWhiteSpace(text) || (HasSpoken && BackendNoise.IsTemporaryIssue(text)))
        {
            return;
        }

        HasSpoken = true;
        var translation = GuiTranslator.Translate(text, language, isPlain);
        _actions.AddRange(translation.Actions);
        if (translation.Text.Length > 0)
        {
            _done.Add(translation.Text);
        }
    }

    /// <summary>The stream is over: what was begun counts as said.</summary>
    public void Close()
    {
        if (_open.Length > 0)
        {
            Complete(_open.ToString());
        }
    }

    /// <summary>The texts so far, the open one in its whole sentences.</summary>
    public string Show()
    {
        var open = _open.Length == 0 ? "" : GuiTranslator.TranslatePartial(_open.ToString(), language, isPlain);
        return string.Join("\n\n", open.Length == 0 ? _done : _done.Append(open));
    }
}
