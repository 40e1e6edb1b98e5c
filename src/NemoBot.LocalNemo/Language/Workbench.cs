using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>A project being worked on, and what there is to say about it.</summary>
internal sealed class Workbench(Request request, Speech speech)
{
    private readonly List<string> _done = [];
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
