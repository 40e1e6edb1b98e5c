namespace NemoBot.Core.Requests.Intents;

/// <summary>What a message asks for.</summary>
internal enum IntentKind
{
    /// <summary>Something made or changed: for the backend.</summary>
    Message,

    /// <summary>The video as a file.</summary>
    Export,

    /// <summary>A short, small version of the video.</summary>
    Preview,

    /// <summary>How many credits there are.</summary>
    Credits,

    /// <summary>What is on the timeline.</summary>
    State,

    /// <summary>Whether it is done, what is being done and what waits.</summary>
    Progress,

    /// <summary>To hand in files; or files came without a request.</summary>
    Upload,

    /// <summary>What failed once more; if nothing did, words for the backend.</summary>
    Again,

    /// <summary>Back to an earlier version.</summary>
    Undo,

    /// <summary>Which versions there are.</summary>
    Versions,

    /// <summary>What the bot can do; greetings too.</summary>
    Help,

    /// <summary>To stop what is being done.</summary>
    Cancel,

    /// <summary>Nothing: a word of thanks, which must not cost a paid turn.</summary>
    Thanks,
}
