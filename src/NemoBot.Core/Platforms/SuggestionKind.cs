namespace NemoBot.Core.Platforms;

/// <summary>What an option completes.</summary>
public enum SuggestionKind
{
    /// <summary>A skill's name.</summary>
    Skill,

    /// <summary>A kept version of the timeline.</summary>
    Version,
}
