namespace NemoBot.Checking;

/// <summary>One line of <c>check</c>.</summary>
/// <param name="Level">How serious it is.</param>
/// <param name="Name">What was checked.</param>
/// <param name="Text">What was found, and what to do about it.</param>
internal sealed record Finding(CheckLevel Level, string Name, string Text)
{
    public static Finding Ok(string name, string text) => new(CheckLevel.Ok, name, text);

    public static Finding Warn(string name, string text) => new(CheckLevel.Warn, name, text);

    public static Finding Fail(string name, string text) => new(CheckLevel.Fail, name, text);
}
