using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads which part of a picture is kept when it is cropped: "keep the left side", "show more of the top", 别把头切掉.</summary>
internal sealed partial class FocusReader : IClauseReader
{
    private static readonly (Concept Concept, CropFocus Focus)[] Parts =
    [
        (Concept.Left, CropFocus.Left), (Concept.Right, CropFocus.Right), (Concept.Top, CropFocus.Top), (Concept.Bottom, CropFocus.Bottom),
        (Concept.Middle, CropFocus.Middle),
    ];

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.ShowsPictures && !ShowsCover(reading))
        {
            return;
        }

        if (IsHead(clause))
        {
            clause.ClaimEverything();
            reading.Add(new SetPicture { Focus = CropFocus.Top });
            return;
        }

        if (IsAboutOther(clause) || Said(clause, reading) is not { Success: true } said || clause.Free(TokenKind.Unknown).Any(i => !IsWithin(clause, i, said)))
        {
            return;
        }

        foreach (var (concept, focus) in Parts)
        {
            if (!clause.HasFree(concept) || (focus == CropFocus.Middle && !Crops(reading)))
            {
                continue;
            }

            foreach (var i in clause.Free(TokenKind.Unknown).ToList())
            {
                clause.Claim(i);
            }

            clause.ClaimAll(concept, Concept.Keep, Concept.Only, Concept.Image, Concept.Cover, Concept.Video, Concept.Half, Concept.Move);
            clause.ClaimFrame();
            var crops = clause.ClaimAll(Concept.Crop) && !reading.Edits.OfType<SetCanvas>().Any();
            reading.Add(new SetPicture { Focus = focus, Fit = crops ? PictureFit.Crop : null });
            return;
        }
    }

    /// <summary>"my head is cut off", 别把头切掉.</summary>
    public static bool IsHead(Clause clause) => Heads().IsMatch(clause.Text);

    private static bool ShowsCover(Reading reading) =>
        reading.Project.Background.Kind == BackgroundKind.Cover || reading.Situation.NewFiles.Any(f => f.Facts.HasCover);

    /// <summary>"the title on the left", "from the top at 0:10".</summary>
    private static bool IsAboutOther(Clause clause) => clause.Tokens.Any(IsOfOther)
        || clause.Has(
            Concept.Remove, Concept.Not, Concept.Pan, Concept.Zoom, Concept.Music, Concept.Voice, Concept.Begin, Concept.End);

    private static bool IsOfOther(Token token) => token.IsTime
        || token.Kind is TokenKind.Color or TokenKind.Quote or TokenKind.Ordinal
        || Clause.SubjectOf(token.Concept) is not (Subject.None or Subject.Background)
        || token.Concept == Concept.Artist;

    /// <summary>The words that name the part; null if there are none.</summary>
    private static Match? Said(Clause clause, Reading reading)
    {
        if (Keeps().Match(clause.Text) is { Success: true } keeps)
        {
            return keeps;
        }

        if (clause.Has(Concept.Crop) && Towards().Match(clause.Text) is { Success: true } towards)
        {
            return towards;
        }

        return Crops(reading) ? Stands().Match(clause.Text) : null;
    }

    private static bool IsWithin(Clause clause, int index, Match said)
    {
        var at = clause.Tokens[index].Start - clause.Tokens[0].Start;
        return at >= said.Index && at < said.Index + said.Length;
    }

    private static bool Crops(Reading reading) => reading.Project.Background.Fit == PictureFit.Crop
        || reading.Edits.Any(e => e is SetCanvas { Ratio: not null } or SetPicture { Fit: PictureFit.Crop });

    /// <summary>"the speaker is on the left", 人在左边: what a crop has to keep.</summary>
    [GeneratedRegex(@"\b(i'?m|i am|he'?s|she'?s|they'?re|(he|she|they|(the |my )?(speaker|subject|person|people|singer|host|guest|band|face|action|dancer|baby|dog|cat)) ?('?s|is|are)) (standing |sitting |all )?(on|at|in|to) the (left|right|top|bottom)|(人|主体|人物|我|他|她|脸|主角|主播|嘉宾|歌手|主讲)(都|是)?(在|站在|坐在|位于|靠).{0,4}(左|右|上|下)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stands();

    /// <summary>A head that is cut off, or must not be: that is at the top.</summary>
    [GeneratedRegex(@"\b(don'?t|do not|without|never|stop|not|is|are|was|were|gets?|keeps?)\b.*\b(cut(ting)?|chop(ped|ping)?|crop(ped|ping)?|lopp?(ed|ing)?|lose|losing)\b.*\b(heads?|faces?|hair)\b|\b(heads?|faces?|hair)\b.*\b(is|are|gets?|was|were|being|should ?n.t be|not be)\b.*\b(cut|chopped|cropped|lopped|missing)\b|\b(cut|chop|crop|lop)(s|ped)?( off)? (my|his|her|their|our|the|everyone'?s|people'?s) (heads?|faces?|hair)\b|\bkeep (my|his|her|their|our|the|everyone'?s|all) (heads?|faces?) (in|visible|in (the )?(frame|shot|picture|view))\b|(头|脸|头发|头部|脑袋)(都|又|也|还|全|部)*(被|给|让)?(切|裁|截|砍)(掉|没|了|去|到)|(别|不要|不能|勿|莫|不许|不准)(把|将|让)?.{0,4}(头|脸|头发|头部|脑袋).{0,3}(切|裁|截|砍)|(别|不要|不能)(切|裁|截|砍)(到|掉|了)?.{0,3}(头|脸|脑袋)|(露|保留|留).{0,4}(头|脸|头部)(部|来)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heads();

    [GeneratedRegex(@"\bkeep(ing)?( \w+){0,2} (left|right|top|bottom|upper|lower|middle|cent(er|re))\b|\b(more|all|rest) of the (left|right|top|bottom|upper|lower|middle|cent(er|re))\b|\b(focus(ed|ing)?|align(ed)?|anchor(ed)?|favou?r) (on|to|at|towards?)? ?(the )?(left|right|top|bottom|upper|lower|middle|cent(er|re))\b|(保留|留住|留下|留|多留|多露|露出|多显示|多看到|多展示)(一点|一些|点|些)?.{0,3}(左|右|上|下|顶|底|中)|(左|右|上|下|顶|底|头顶)[边面侧部]?(再|要)?(多留|多露|留多|露多)(出)?(一?点|一些)|(左|右|上|下|中间)[边面侧]?(的|那个|那位|这个)*(人|脸|主播|嘉宾|歌手|宝宝|孩子|猫|狗|主角)(要|得|都)*(留住|保留|留下|留着|留|露出来|拍全)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"\b(to|towards?|on) the (left|right|top|bottom|upper|lower|middle|cent(er|re))\b|靠|偏", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Towards();
}
