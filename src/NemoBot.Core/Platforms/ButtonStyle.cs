namespace NemoBot.Core.Platforms;

/// <summary>The emphasis of a button, where the platform supports it.</summary>
public enum ButtonStyle
{
    /// <summary>One choice among several.</summary>
    Normal,

    /// <summary>The likely next step.</summary>
    Primary,

    /// <summary>Ends or removes something.</summary>
    Danger,
}
