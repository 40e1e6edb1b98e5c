using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>A project being worked on, and what there is to say about it.</summary>
internal sealed class Workbench(Request request, Speech speech)
{
    private readonly List<string> _done = [];
    private readonly Dictionary<string, (int Place, string Key)> _told = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private readonly List<Step> _steps = [];

    /// <summary>The project as it stands.</summary>
    public Project Project { get; set; } = request.Project ?? new Project();

    /// <summary>What is asked for.</summary>
    public Request Request { get; } = request;

    /// <summary>The language of the answer.</summary>
    public Speech Speech { get; } = speech;

    /// <summary>What the last clause was about.</summary>
    public Subject Last { get; set; }

    /// <summary>Files that no request has seen before.</summary>
    public IReadOnlyList<Asset> NewFiles => [.. Request.Files.Skip(Request.Seen)];

    /// <summary>There is something on the timeline.</summary>
    public bool HasMaterial => Project.Clips.Count > 0;

    /// <summary>The draft before is asked for.</summary>
    public bool Undo { get; set; }

    /// <summary>What was done, in sentences.</summary>
    public IReadOnlyList<string> Done => _done;

    /// <summary>What else is to be said.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What was done, as tool calls.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Something was done.</summary>
    /// <param name="tool">As which tool it is told.</param>
    /// <param name="key">The sentence.</param>
    /// <param name="arguments">What goes into it.</param>
    public void Did(string tool, string key, params ReadOnlySpan<object> arguments)
    {
        var sentence = Speech.Say(key, arguments);
        _done.Add(sentence);
        _steps.Add(new Step(tool, [new KeyValuePair<string, string>("summary", sentence)]));
    }

    /// <summary>Something was done to a thing that may have been spoken of before: the last word about it stands, in the first one's place.</summary>
    /// <param name="thing">What it is about.</param>
    /// <param name="tool">As which tool it is told.</param>
    /// <param name="key">The sentence; what was said to be new stays new.</param>
    /// <param name="arguments">What goes into it.</param>
    public void DidTo(string thing, string tool, string key, params ReadOnlySpan<object> arguments)
    {
        if (_told.TryGetValue(thing, out var earlier))
        {
            var sentence = Speech.Say(earlier.Key.EndsWith(".added", StringComparison.Ordinal) ? earlier.Key : key, arguments);
            _done[earlier.Place] = sentence;
            _steps.Add(new Step(tool, [new KeyValuePair<string, string>("summary", sentence)]));
            return;
        }

        _told[thing] = (_done.Count, key);
        Did(tool, key, arguments);
    }

    /// <summary>It was spoken of.</summary>
    public bool Told(string thing) => _told.ContainsKey(thing);

    /// <summary>Something is to be said.</summary>
    public void Note(string key, params ReadOnlySpan<object> arguments)
    {
        var sentence = Speech.Say(key, arguments);
        if (!_notes.Contains(sentence))
        {
            _notes.Add(sentence);
        }
    }
}
