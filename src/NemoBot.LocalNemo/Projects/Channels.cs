namespace NemoBot.LocalNemo.Projects;

/// <summary>What the two sides of the finished sound play.</summary>
internal enum Channels
{
    /// <summary>What was recorded on each.</summary>
    Own,

    /// <summary>Both the same: left and right together.</summary>
    Mono,

    /// <summary>Both what was recorded on the left; music below keeps its own.</summary>
    Left,

    /// <summary>Both what was recorded on the right; music below keeps its own.</summary>
    Right,
}
