using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Dialog;

/// <summary>What is known when a message is read.</summary>
internal sealed record Situation
{
    /// <summary>The message.</summary>
    public required string Text { get; init; }

    /// <summary>The project so far; null if there is none.</summary>
    public Project? Project { get; init; }

    /// <summary>All files of the session in the order they came.</summary>
    public IReadOnlyList<Asset> Files { get; init; } = [];

    /// <summary>How many of the files earlier messages have seen.</summary>
    public int Seen { get; init; }

    /// <summary>What the message before was about.</summary>
    public Subject Focus { get; init; }

    /// <summary>What the message before asked for.</summary>
    public IReadOnlyList<Edit> LastEdits { get; init; } = [];

    /// <summary>The answer before offered buttons.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Something was undone that can be brought back.</summary>
    public bool CanRedo { get; init; }

    /// <summary>The versions that are kept, by number.</summary>
    public Func<IReadOnlyDictionary<int, Project>> Versions { get; init; } = () => new Dictionary<int, Project>();

    /// <summary>Files that no message has seen before.</summary>
    public IReadOnlyList<Asset> NewFiles => [.. Files.Skip(Seen)];

    /// <summary>A picture came with this message.</summary>
    public bool BringsPicture => NewFiles.Any(f => f.Facts.Kind == MediaKind.Image);

    /// <summary>There is something on the timeline.</summary>
    public bool HasMaterial => Project is { } project && (project.Clips.Count > 0 || project.Slides.Count > 0);
}
