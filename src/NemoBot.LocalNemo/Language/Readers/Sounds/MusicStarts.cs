using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads "the song starts too early", 音乐晚一点进来: when instead is for the user to say.</summary>
internal static partial class MusicStarts
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    /// <summary>True if the clause says so and the choice is offered.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (!reading.HasMusic || reading.Project.Music is not [.., var playing] || !clause.HasFree(Concept.Music) || clause.HasTime || !TooEarly().IsMatch(clause.Text))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Choice ??= new Choice(
            new Note("choice.music-start", []),
            [new Note("offer.music-start", [playing.Start + Later]), new Note("offer.music-start", [playing.Start + (2 * Later)])]);
        reading.Focus = Subject.Music;
        return true;
    }

    [GeneratedRegex(@"\b(?:starts?|begins?|comes? in|kicks? in|is|enters?) (?:a bit |a little |way |much |far )*(?:too )(?:early|soon)\b|\b(?:start|begin)\b.* later\b|(?:进来|进|开始|出来|响|起)得?(?:太|有点)早|晚一?点(?:儿)?再?(?:进来?|开始|出来|响)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooEarly();
}
