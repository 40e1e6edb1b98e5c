namespace NemoBot.Core.Text.Translation;

/// <summary>What the backend wanted the user to do in an editor, as the bot can do it.</summary>
internal enum GuiActionKind
{
    /// <summary>Render the video and post it.</summary>
    Export,

    /// <summary>Tell what is on the timeline.</summary>
    ShowTimeline,

    /// <summary>Tell the credits.</summary>
    ShowCredits,

    /// <summary>Send a request to the backend.</summary>
    SendEdit,

    /// <summary>Show where to register.</summary>
    Register,

    /// <summary>Ask for a file.</summary>
    Upload,

    /// <summary>Go back to the version before.</summary>
    Undo,
}
