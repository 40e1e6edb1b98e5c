namespace NemoBot.Core.Backend;

/// <summary>What the engine must know of a backend to speak rightly about it.</summary>
public sealed record BackendTraits
{
    /// <summary>The name of the backend that renders on this machine.</summary>
    public const string Local = "local";

    /// <summary>The name of the backend that a service runs.</summary>
    public const string Cloud = "cloud";

    /// <summary><see cref="Local"/> or <see cref="Cloud"/>; kept with drafts and sessions.</summary>
    public required string Name { get; init; }

    /// <summary>False: nothing costs anything and no credits are shown.</summary>
    public required bool ChargesCredits { get; init; }

    /// <summary>Where people register and open projects; null if there is no such place.</summary>
    public Uri? Web { get; init; }

    /// <summary>Usual price of a generating turn, in credits.</summary>
    public int GenerationCost { get; init; } = 100;

    /// <summary>Usual price of an editing turn, in credits.</summary>
    public int EditCost { get; init; } = 50;

    /// <summary>File endings the service itself takes; what else FFmpeg can read is converted first.</summary>
    public IReadOnlyList<string> UploadTypes { get; init; } = MediaTypes;

    /// <summary>Captions and lyrics, for <see cref="UploadTypes"/> of a service that shows them.</summary>
    public static IReadOnlyList<string> CaptionTypes { get; } = ["srt", "vtt", "lrc", "ass", "txt"];

    /// <summary>File endings that every service takes.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        ["mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac"];

    /// <summary>It looks at what a link leads to and refuses pages: links that do not end like a file can be tried.</summary>
    public bool ChecksLinks { get; init; }

    /// <summary>
    /// The session can be set back by words ("undo", "go to version 2"): the next edit then continues from there. Otherwise an earlier
    /// version can only be rendered again.
    /// </summary>
    public bool CanRestore { get; init; }

    /// <summary>Its answers are plain text: what looks like Markdown in them is part of a name or a title.</summary>
    public bool WritesPlainText { get; init; }

    /// <summary>It works by the skill of a request. Otherwise people are not told that another skill was chosen.</summary>
    public bool FollowsSkills { get; init; } = true;

    /// <summary>It renders a short, small preview when asked for one; otherwise a preview is the whole video.</summary>
    public bool CanPreview { get; init; }

    /// <summary>A draft may name several formats (<c>output.formats</c>, its own first): each is a render of its own.</summary>
    public bool CanMakeFormats { get; init; }

    /// <summary>Longest preview.</summary>
    public TimeSpan PreviewLength { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sessions can be deleted. Otherwise the service drops them by its own rules.</summary>
    public bool CanErase { get; init; }

    /// <summary>
    /// It may go on with a message whose stream was closed. Otherwise closing the stream stops the work.
    /// </summary>
    public bool RunsUnattended { get; init; } = true;

    /// <summary>After a lost stream: how long until the state is read for the first time.</summary>
    public TimeSpan RecoveryFirstWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After a lost stream: how long between two further reads.</summary>
    public TimeSpan RecoveryWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After a lost stream: how many unchanged reads mean that nothing came of it.</summary>
    public int RecoveryReads { get; init; } = 5;

    /// <summary>Most polls in any <see cref="PollWindow"/>.</summary>
    public int PollsPerWindow { get; init; } = 10;

    /// <summary>The time in which at most <see cref="PollsPerWindow"/> polls are made.</summary>
    public TimeSpan PollWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The shortest time between two polls.</summary>
    public TimeSpan MinPollInterval { get; init; } = TimeSpan.FromSeconds(1);
}
