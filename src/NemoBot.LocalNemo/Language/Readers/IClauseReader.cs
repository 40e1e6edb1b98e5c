using NemoBot.LocalNemo.Language.Clauses;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads one kind of wish.</summary>
internal interface IClauseReader
{
    /// <summary>Adds the edits that a clause asks for and claims the words that ask for them. Does nothing if the clause asks for nothing of its kind.</summary>
    void Read(Clause clause, Reading reading);
}
