using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>
/// Reads "keep the original sound, the song just in the back" of a clip whose sound was replaced: it sounds again, with the other under it.
/// What is to be kept takes nothing else away, so this is read before cautions are.
/// </summary>
internal static partial class OwnSound
{
    /// <summary>Reads and claims the clauses that ask for it.</summary>
    public static void Read(Reading reading)
    {
        var hasOwn = reading.Project.Voice is not null && reading.Project.Clips.Any(c => c.Asset.Facts is { HasVideo: true, HasAudio: true });
        if (!hasOwn || reading.Situation.NewFiles.Count > 0 || !reading.Clauses.Any(Asks))
        {
            return;
        }

        var beneath = reading.Clauses.Where(c => Beneath().IsMatch(c.Text)).ToList();
        reading.Clauses.Where(Asks).Concat(beneath).ToList().ForEach(c => c.ClaimEverything());
        reading.Add(new UseOwnSound { Beneath = beneath.Count > 0 ? true : null }, Subject.Voice);
    }

    private static bool Asks(Clause clause) => Own().IsMatch(clause.Text) && !clause.HasTime && !clause.HasFree(TokenKind.Percent)
        && !clause.Has(Concept.Remove, Concept.Mute, Concept.Replace, Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown, Concept.QuestionWord);

    [GeneratedRegex(@"\b(?:original|own|clip'?s|video'?s|camera|cam) (?:own )?(?:sound|audio|voices?)\b|原声|原音|原来的声音|视频(?:自己)?的声音|视频声音", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    /// <summary>"the song just in the back", 歌做背景.</summary>
    [GeneratedRegex(@"\b(?:song|music|track|it|that|\w+\.\w{3,4})\b.{0,20}\b(?:in the (?:back|background)|as (?:background|bg)|under(?:neath)?(?: it)?|below|beneath|behind(?: it)?|quietly|softly)\b|\b(?:as well|too|also|both)\b|(?:也|还)(?:要|留|保留|加)|(?:歌|音乐|bgm|那首|这首).{0,6}(?:做|当|作|放|垫|铺).{0,3}(?:背景|底|后面|下面)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beneath();
}
