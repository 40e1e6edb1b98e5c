using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Dialog;

/// <summary>Something that the user has to decide, with the requests to choose from as buttons.</summary>
/// <param name="Question">What is to be decided.</param>
/// <param name="Offers">The requests.</param>
internal sealed record Choice(Note Question, IReadOnlyList<Note> Offers);
