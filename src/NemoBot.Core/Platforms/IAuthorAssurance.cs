namespace NemoBot.Core.Platforms;

/// <summary>A platform whose author ids are not verified by a service. Without it they are <see cref="AuthorAssurance.Verified"/>.</summary>
public interface IAuthorAssurance
{
    /// <summary>What its author ids prove.</summary>
    AuthorAssurance Assurance { get; }
}
