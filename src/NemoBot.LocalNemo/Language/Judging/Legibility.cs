using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads Chinese complaints about texts that cannot be read: 背景暗一点，字看不清 says why, 字跟背景太像了 asks for another color.</summary>
internal static partial class Legibility
{
    private static readonly string[] OnDark = ["白色", "黄色", "青色"];
    private static readonly string[] OnBright = ["黑色", "深蓝色", "红色"];

    /// <summary>Claims a clause that only says why another is wished, or offers colors that stand out; false if the clause does neither.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.Text.Length == 0 || !clause.Text.Any(c => c >= 0x2E80) || clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Color or TokenKind.Percent))
        {
            return false;
        }

        var helps = reading.Clauses.Any(c => c != clause && Helps(c));
        return helps ? (Blurs().IsMatch(clause.Text) || LikeGround().IsMatch(clause.Text)) && Settle(clause, reading, index) : LikeGround().IsMatch(clause.Text) && Offer(clause, reading);
    }

    private static bool Settle(Clause clause, Reading reading, int index)
    {
        reading.Focus = index == 0 ? Subjects(clause) : reading.Focus;
        clause.ClaimEverything();
        return true;
    }

    private static Subject Subjects(Clause clause) => clause.Has(Concept.Captions) ? Subject.Captions : Subject.Title;

    /// <summary>What makes letters stand out.</summary>
    private static bool Helps(Clause clause) => clause.HasFree(TokenKind.Color) || clause.HasFree(
        Concept.Plate, Concept.Outline, Concept.Darker, Concept.Dim, Concept.Brighter, Concept.Blur, Concept.LightWord, Concept.DarkWord, Concept.Bold, Concept.Font);

    /// <summary>Offers colors for the text that stand out from what is behind.</summary>
    private static bool Offer(Clause clause, Reading reading)
    {
        var isOfCaptions = clause.Has(Concept.Captions);
        if (isOfCaptions ? reading.Project.Captions is null : reading.Project.Titles.Count == 0)
        {
            return false;
        }

        var now = isOfCaptions ? reading.Project.Captions!.Color : reading.Project.Titles[Titles.Unnamed(reading.Project.Titles)].Color;
        var ground = reading.Project.Background;
        var isBright = ground.Kind is BackgroundKind.Color or BackgroundKind.Gradient && Contrast.IsBright(ground.Color);
        var key = isOfCaptions ? "offer.captions-color" : "offer.title-color";
        clause.ClaimEverything();
        reading.Focus = Subjects(clause);
        reading.Choice ??= new Choice(new Note("choice.contrast", []), [.. (isBright ? OnBright : OnDark).Where(n => Palette.Find(n)?.Hex != now).Select(n => new Note(key, [n]))]);
        return true;
    }

    [GeneratedRegex("^(?:现在|这样|不然|要不然|因为|主要是|都|我|的|标题|文字|字幕?|上面的?字|都快)*(?:有点|太|都|根本|快|会|就)*(?:看|瞧)不(?:太)?(?:清楚?|见|出来?|到)了?[的啊呀吧呢]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Blurs();

    [GeneratedRegex(
        "(?:标题|文字|字幕?)[^，。]{0,6}(?:跟|和|与|同)?[^，。]{0,4}背景[^，。]{0,8}(?:反差|区分|区别|接近|太像|混|糊|融|分不清|撞色|一样|靠色|顺色)|"
        + "背景[^，。]{0,4}(?:跟|和|与|同)[^，。]{0,4}(?:标题|文字|字幕?)[^，。]{0,8}(?:反差|区分|区别|接近|太像|混|糊|融|分不清|撞色|一样|靠色|顺色)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LikeGround();
}
