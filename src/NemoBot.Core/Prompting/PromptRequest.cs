using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Prompting;

/// <summary>A prompt for the backend, typed or behind a button.</summary>
internal sealed record PromptRequest
{
    /// <summary>The words; empty if only files came.</summary>
    public required string Prompt { get; init; }

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Too large files are to be compressed.</summary>
    public bool Compress { get; init; }

    /// <summary>The sender knows that the credits may not suffice.</summary>
    public bool CostAccepted { get; init; }

    /// <summary>The files are at the backend already.</summary>
    public bool FilesUploaded { get; init; }

    /// <summary>The embedded backend is to take over the project first.</summary>
    public bool GoLocal { get; init; }

    /// <summary>The turn that is done again.</summary>
    public TurnRecord? Original { get; init; }
}
