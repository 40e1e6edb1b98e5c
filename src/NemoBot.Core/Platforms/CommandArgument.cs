namespace NemoBot.Core.Platforms;

/// <summary>What may follow a command's name.</summary>
public enum CommandArgument
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Text, and files where the platform can attach them.</summary>
    Request,

    /// <summary>A version, such as <c>3</c>.</summary>
    Version,

    /// <summary>A skill's name.</summary>
    Skill,

    /// <summary><c>en</c> or <c>zh</c>.</summary>
    Language,

    /// <summary>A setting and its value.</summary>
    Setting,

    /// <summary>A code that an administrator of the bot has shown.</summary>
    Code,

    /// <summary>A secret: passed to <see cref="IInboundSink.ConnectAsync"/> and never part of a message.</summary>
    Secret,
}
