using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>What an edit works on: the project so far, the session's files, the services, and the notes for the answer.</summary>
internal sealed class EditContext(Project project, IReadOnlyList<Asset> files, EditTools tools)
{
    private readonly List<Note> _notes = [];

    /// <summary>The project as it is now.</summary>
    public Project Project { get; set; } = project;

    /// <summary>The project was begun by this message: what is declined was never there.</summary>
    public bool IsNew { get; init; }

    /// <summary>The titles before the message: what is counted is what was shown.</summary>
    public IReadOnlyList<Title> TitlesBefore { get; } = project.Titles;

    /// <summary>The session's files in the order they came.</summary>
    public IReadOnlyList<Asset> Files { get; } = files;

    /// <summary>Sound analysis and captions.</summary>
    public EditTools Tools { get; } = tools;

    /// <summary>Remarks for the answer.</summary>
    public IReadOnlyList<Note> Notes => _notes;

    /// <summary>Adds a remark once.</summary>
    public void Note(string key, params object[] arguments)
    {
        if (!_notes.Exists(n => n.Key == key && n.Arguments.SequenceEqual(arguments)))
        {
            _notes.Add(new Note(key, arguments));
        }
    }

    /// <summary>Finds a file by id or, the newest first, by name; null if there is none.</summary>
    public Asset? Find(string? file) => file is null ? null
        : Files.FirstOrDefault(f => f.Id == file) ?? Files.LastOrDefault(f => string.Equals(f.Name, file, StringComparison.OrdinalIgnoreCase));
}
