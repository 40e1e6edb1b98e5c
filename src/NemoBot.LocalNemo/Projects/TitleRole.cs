namespace NemoBot.LocalNemo.Projects;

/// <summary>What a title's text is.</summary>
internal enum TitleRole
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>The name of the work.</summary>
    Title,

    /// <summary>Who made it.</summary>
    Artist,
}
