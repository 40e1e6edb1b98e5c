using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Gives words the meaning that they have with what is there: "the song" is the music under a talk, and the voice where it is all that sounds.</summary>
internal static class WordsInContext
{
    /// <summary>In this order: what one of them renames, those after it see.</summary>
    private static readonly IReadOnlyList<Func<Utterance, Utterance>> Steps =
    [
        SongWords.SongsAsMusic, SongWords.ReadingsAloud, SongWords.MusicCrossfades,
        TextWords.NumberedLines, PictureWords.SentGifs, PictureWords.CornerPictures, TextWords.GroundsOfTexts, TextWords.GradientsOfTexts, PictureWords.UprightWaves,
        TextWords.EdgesOfTexts, TextWords.ColoredBordersOfTexts, TextWords.BordersOfTexts, PictureWords.BarsWithoutPicture, PictureWords.PicturesAlone, PictureWords.ScreensAsGround, CountedItems.Name, TextWords.LinesAsTitles,
        TextWords.TextsAsCaptions,
    ];

    /// <summary>The tokens with the meanings of this situation.</summary>
    public static IReadOnlyList<Token> Resolve(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        Steps.Aggregate(new Utterance(text, tokens, situation), (now, step) => step(now)).Tokens;
}
