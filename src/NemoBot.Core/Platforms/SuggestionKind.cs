namespace NemoBot.Core.Platforms;

/// <summary>The kind of option to complete.</summary>
public enum SuggestionKind
{
    /// <summary>A skill's name.</summary>
    Skill,

    /// <summary>A version of the timeline.</summary>
    Version,
}
