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
        if (OwnMark().IsMatch(clause.Text) || OwnThing().IsMatch(clause.Text))
        {
            return Inability.Watermark;
        }

        if (clause.HasFree(TokenKind.Quote) || clause.HasFree(TokenKind.Colon) || clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            return null;
        }

        return Countdown().IsMatch(clause.Text) ? Inability.Countdown
            : HiddenFace().IsMatch(clause.Text) ? Inability.HiddenFace
            : Writing().IsMatch(clause.Text) ? Inability.Writing : null;
    }

    /// <summary>去掉视频里的抖音水印: that is part of the picture.</summary>
    [GeneratedRegex("(?:抖音|快手|小红书|剪映|b站|B站|西瓜|即梦|可灵|豆包|原来|原视频|(?:视频|画面|片子|图片)(?:里面?|上面?|中)(?:本来|原来)?(?:就)?(?:有|带)?)的?(?:那个)?(?:水印|台标|角标)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnMark();

    /// <summary>把背景里的人去掉: not the background.</summary>
    [GeneratedRegex("(?:背景|画面|后面|视频|照片|图片)(?:里面?|中|上)?的?(?:那个|那些|这个)?(?:人|路人|行人|游客|杂物|垃圾桶|车辆?|电线)(?:都|给我|全)*(?:去掉|删掉|删了|p掉|抹掉|消掉|消除|弄掉|擦掉)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnThing();

    [GeneratedRegex("倒计时|倒数(?:[三3十]|计时|几)|(?:三二一|321|3、2、1)(?:开始)?倒数", RegexOptions.CultureInvariant)]
    private static partial Regex Countdown();

    [GeneratedRegex("打个?码(?![头的])|马赛克(?!风)|(?:脸|车牌|人)(?:给我|都|全)?码(?:掉|上|住)", RegexOptions.CultureInvariant)]
    private static partial Regex HiddenFace();

    [GeneratedRegex("(?:写|想|编|拟|起草|出|来)(?:一?[段个篇句份条点些]|几[句个条段])?(?:[^，。,]{0,6}的)?(?:文案|推文|简介|脚本|稿子|讲稿|话题标签|文章|软文)(?![写叫是改换在放上下大小])", RegexOptions.CultureInvariant)]
    private static partial Regex Writing();
}
