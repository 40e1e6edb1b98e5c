namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>A picture that a message names, and when it is to be seen.</summary>
/// <param name="Id">The file's id; null: the next one, whichever that is.</param>
/// <param name="Time">Null: nothing was said.</param>
/// <param name="IsShort">It was called by its name without the ending, which the other readers do not know as a file.</param>
internal sealed record SaidPicture(string? Id, SaidTime? Time, bool IsShort);
