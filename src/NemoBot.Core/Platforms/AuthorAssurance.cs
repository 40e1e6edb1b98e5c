namespace NemoBot.Core.Platforms;

/// <summary>What a platform's author ids prove.</summary>
public enum AuthorAssurance
{
    /// <summary>The platform has verified them.</summary>
    Verified,

    /// <summary>Visitors choose them: they prove nothing.</summary>
    SelfNamed,

    /// <summary>The only author is the operator.</summary>
    Operator,
}
