namespace NemoBot.Core.Platforms;

/// <summary>How much a button stands out, where the platform can show it.</summary>
public enum ButtonStyle
{
    /// <summary>One choice among several.</summary>
    Normal,

    /// <summary>The likely next step.</summary>
    Primary,

    /// <summary>Ends or removes something.</summary>
    Danger,
}
