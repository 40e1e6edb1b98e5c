using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds wishes for what is not made at all, whatever else the clause names: 发小红书的文案帮我写一段 changes no shape.</summary>
internal static partial class NeverMade
{
    /// <summary>What is wished for; null: nothing of these.</summary>
    public static Inability? In(Clause clause)
    {
        if (clause.HasFree(TokenKind.Quote) || clause.HasFree(TokenKind.Colon) || clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            return null;
        }

        return Countdown().IsMatch(clause.Text) ? Inability.Countdown
            : HiddenFace().IsMatch(clause.Text) ? Inability.HiddenFace
            : Writing().IsMatch(clause.Text) ? Inability.Writing : null;
    }

    [GeneratedRegex("倒计时|倒数(?:[三3十]|计时|几)|(?:三二一|321|3、2、1)(?:开始)?倒数", RegexOptions.CultureInvariant)]
    private static partial Regex Countdown();

    [GeneratedRegex("打个?码(?![头的])|马赛克(?!风)|(?:脸|车牌|人)(?:给我|都|全)?码(?:掉|上|住)", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenFace();

    [GeneratedRegex("(?:写|想|编|拟|起草|出|来)(?:一?[段个篇句份条点些]|几[句个条段])?(?:[^，。,]{0,6}的)?(?:文案|推文|简介|脚本|稿子|讲稿|话题标签|文章|软文)(?![写叫是改换在放上下大小])", RegexOptions.CultureInvariant)]
    private static partial Regex Writing();
}
