namespace NemoBot.Core.Backend;

/// <summary>The skills that are there: those that come with the product, then those of the operator's folder, which replace by name.</summary>
public interface ISkillCatalog
{
    /// <summary>All, in the order they are offered.</summary>
    IReadOnlyList<Skill> All { get; }

    /// <summary>The one a new conversation starts with.</summary>
    Skill Default { get; }

    /// <summary>By name, ignoring case; null if there is none.</summary>
    Skill? Find(string name);
}
