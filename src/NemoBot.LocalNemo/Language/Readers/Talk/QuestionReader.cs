using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads questions, greetings, thanks, yes and no. A question changes nothing, whatever things it names.</summary>
internal sealed partial class QuestionReader : IClauseReader
{
    private static readonly string[] Inversions = ["is", "are", "was", "were", "does", "did", "isnt", "isn't"];

    private static readonly (Concept Concept, Question Question)[] Direct =
    [
        (Concept.WhatChanged, Question.Changes),
        (Concept.HowLong, Question.Length),
        (Concept.WhatsThere, Question.Contents),
        (Concept.WhyDark, Question.Dark),
        (Concept.WhyQuiet, Question.Loudness),
        (Concept.WhatFormat, Question.Format),
        (Concept.WhichTitles, Question.Titles),
        (Concept.WhichFiles, Question.Files),
        (Concept.WhichVersions, Question.Versions),
        (Concept.WhatSize, Question.Size),
        (Concept.WhatLimits, Question.Limits),
        (Concept.WhatCost, Question.Cost),
        (Concept.WhatDownload, Question.Download),
        (Concept.WhatPrivacy, Question.Privacy),
        (Concept.Help, Question.Abilities),
        (Concept.Transcript, Question.Transcript),
    ];

    private static readonly (Concept[] Nouns, Question Question)[] ByNoun =
    [
        ([Concept.Title], Question.Titles),
        ([Concept.Captions, Concept.Lyrics], Question.Transcript),
        ([Concept.Music], Question.Music),
        (VisualWords.All, Question.Visual),
        ([Concept.Order, Concept.Images, Concept.Slideshow, Concept.ProgressBar], Question.Contents),
        ([Concept.Background, Concept.Image, Concept.Cover, Concept.Gradient], Question.Background),
        ([Concept.Mute, Concept.Volume, Concept.Voice, Concept.LoudnessWord, Concept.Louder, Concept.Quieter], Question.Loudness),
        ([Concept.DarkWord, Concept.Darker], Question.Dark),
        ([Concept.Logo, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Crossfade], Question.Contents),
        ([Concept.VersionWord], Question.Versions),
        ([Concept.Video], Question.Contents),
    ];

    public void Read(Clause clause, Reading reading)
    {
        if (VersionComparison.Read(reading))
        {
            return;
        }

        ReadSmallTalk(clause, reading);
        if (KindQuestions.Read(clause, reading))
        {
            return;
        }

        DropComplaint(clause, reading);
        if (PlatformQuestions.Read(clause, reading))
        {
            return;
        }

        if ((Asked(clause, reading) ?? AskedOf(clause)) is { } question)
        {
            Ask(clause, reading, question);
        }
    }

    /// <summary>"how long is it?": the words say what is asked.</summary>
    private static Question? Asked(Clause clause, Reading reading)
    {
        bool Asks(Concept concept) => clause.HasFree(concept) && !IsPart(clause, concept)
            && !(concept == Concept.WhyDark && PictureLookReader.NamesOneSlide(clause, reading));
        if (Finished().IsMatch(clause.Text) || (clause.HasFree(Concept.HowLong) && Waiting().IsMatch(clause.Text)))
        {
            return Question.Wait;
        }

        if (Speed().IsMatch(clause.Text))
        {
            return Question.Speed;
        }

        if (clause.HasFree(Concept.HowLong) && clause.Has(Concept.Title) && !clause.HasTime)
        {
            // 标题显示多久: the text, not the video.
            return Question.Titles;
        }

        return Verbs.AsksForChange(clause) ? null : Direct.Where(d => Asks(d.Concept)).Select(d => (Question?)d.Question).FirstOrDefault();
    }

    /// <summary>"is the title red?": asks about the thing that is named.</summary>
    private static Question? AskedOf(Clause clause)
    {
        if (AsksNumber().IsMatch(clause.Text) && !clause.Has(Concept.CanYou) && !clause.HasFree(TokenKind.Quote)
            && ByNoun.Where(n => clause.HasFree(n.Nouns)).Select(n => (Question?)n.Question).FirstOrDefault() is { } number)
        {
            return number;
        }

        if (!IsQuestion(clause) || (Stance.IsSupposed(clause) && clause.Tokens.Any(SaysLook)))
        {
            return null;
        }

        if (clause.HasTime && OnlySoLong().IsMatch(clause.Text))
        {
            return Question.Length;
        }

        if (clause.HasFree(Concept.Image, Concept.Images) && Counted().IsMatch(clause.Text))
        {
            return Question.Contents;
        }

        if (ByNoun.Where(n => clause.HasFree(n.Nouns)).Select(n => (Question?)n.Question).FirstOrDefault() is { } question)
        {
            return question;
        }

        if (clause.HasFree(TokenKind.Ratio) || clause.HasFree(Concept.Portrait, Concept.Landscape, Concept.Square))
        {
            return Question.Format;
        }

        // "why is it only 30 seconds?".
        return clause.HasTime ? Question.Length : clause.HasFree(TokenKind.File) ? Question.Files : null;
    }

    private static bool SaysLook(Token token) => token.Kind is TokenKind.Color or TokenKind.Percent || Verbs.IsLook(token.Concept);

    /// <summary>"how long will it take?", 导出要多久: the making, not the video.</summary>
    [GeneratedRegex(
        @"(?:导出|渲染|生成|制作|合成|处理|出片|做)[^，。]{0,4}(?:多久|多长时间|几分钟|多少分钟)(?!的)|(?:要|还要|得)等(?:多久|多长时间)"
        + @"|(?:多久|多长时间|几分钟)[^，。]{0,2}(?:能|可以|才能?)?(?:做好|弄好|搞定|好|完成|做完|渲染完|导出来|导完|出来|拿到)"
        + @"|\bhow long\b.*\b(?:take|takes|render|rendering|wait|until it'?s (?:done|ready))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Waiting();

    /// <summary>效果一般, 没变化: nothing to be done by itself.</summary>
    [GeneratedRegex(
        "^(?:我|你|这个|这|还是|真的|感觉|觉得|好像|都|也|完全|根本|就|一点都|到底)*(?:不(?:太|怎么|是很)?(?:满意|好听|理想|对劲|像样)|效果(?:很|太)?(?:一般般?|差|不好|不行|不咋样)|一般般|"
        + "没有?(?:什么|啥)?(?:效果|变化|反应)|没(?:听|看|搞)?懂|(?<=还是)老样子|不是我(?:想)?要的(?:效果|样子)?|重新(?:弄|做|搞)(?:一[遍次下])?|搞什么|什么鬼|乱七八糟)(?:啊|呀|吧|了|的|呢|嘛|吗)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unhappy();

    /// <summary>现在是几倍速, "what speed is it".</summary>
    [GeneratedRegex(
        @"^(?:现在|目前|视频|这个|播放|的|是|它|那|请问)*(?:速度|语速|倍速|倍率)(?:现在|目前|是|有|调到|到)*(?:几|多少|多快|什么)(?:倍|倍速)?(?:了|啊|呀|呢|[?？])*$|^(?:现在|目前|视频|这个|播放|的|是|它)*(?:几|多少)倍(?:速|速度)?(?:播放)?(?:的|了|啊|呀|呢|[?？])*$"
        + @"|^\W*(?:so |and |now )?(?:what(?:'?s| is) (?:the |its )?(?:playback )?speed|(?:at )?what speed (?:is|does) (?:it|the video|this)(?: now| at| play(?:ing)?)*|how fast (?:is|does) (?:it|the video|this)(?: now| play(?:ing)?| playing now)*)(?: now)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speed();

    /// <summary>好了没, 进度怎么样了: of the making.</summary>
    [GeneratedRegex("^(?:视频|片子|成片|现在|请问|那|它|渲染|导出)*(?:的)?(?:(?:好|弄好|做好|做完|弄完|搞定|完成|渲染完|导完|出来)了(?:没有?|吗|么)|(?:进度|进展)(?:现在)?(?:怎么样|如何|到哪(?:里|儿)?|多少|咋样)(?:了)?|(?:做|弄|渲染|处理)到哪(?:里|儿|一步)?了?)(?:啊|呀|呢|[?？])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Finished();

    /// <summary>音乐从几秒开始: a few seconds are asked for, not said.</summary>
    [GeneratedRegex("(?:从|到|在|是|第)(?:第)?几(?:秒|分|点)[^，。]{0,8}$|是?几(?:倍|点几)(?:速)?[^，。]{0,3}$|^[^，。]{0,4}(?:音乐|bgm|配乐|波形|字幕|背景|标题)(?:是|会|有没有|有)(?:自动|在)?[^，。要加改换]{1,8}(?:吗|么)$", RegexOptions.CultureInvariant)]
    private static partial Regex AsksNumber();

    /// <summary>字幕是白色的还是黄色的: what it is, of two.</summary>
    [GeneratedRegex("是[^，。是]{1,8}还是[^，。是]{1,8}$|[^，。是]{1,8}(?:好看|好|合适|清楚)还是[^，。是]{1,8}(?:好看|好|合适|清楚)$", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();

    /// <summary>一共几张照片.</summary>
    [GeneratedRegex("[几少]张", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>进度条呢: a thing by itself.</summary>
    [GeneratedRegex(@"^\w{1,6}呢\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex WhereIs();

    /// <summary>"why is the video only one minute": not the video without its sound.</summary>
    [GeneratedRegex(@"^(?:so |but )?why\b.*\b(?:only|just)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlySoLong();

    /// <summary>"too dark, make it white": a reason for the wish, about what it names.</summary>
    private static void DropComplaint(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.WhyDark);
        if (at < 0 || clause.TextOf(clause.Tokens[at])[0] is 'w' or 'W' or '为' or '怎' || !reading.Clauses.Any(AsksForColor))
        {
            return;
        }

        clause.Claim(at);
        var about = clause.Tokens.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None);
        reading.Focus = about == Subject.None ? Subject.Background : about;
        if (!clause.HasFree(TokenKind.Color) && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept)))
        {
            clause.ClaimEverything();
        }
    }

    private static bool AsksForColor(Clause clause) => clause.HasFree(TokenKind.Color) || clause.HasFree(Concept.LightWord, Concept.Change, Concept.Use);

    /// <summary>开头那几秒没人说话: a few seconds, not how many.</summary>
    private static bool IsPart(Clause clause, Concept concept)
    {
        if (concept != Concept.HowLong)
        {
            return false;
        }

        var isFew = clause.TextOf(clause.Tokens[clause.IndexOf(concept)]) == "几秒"
            && clause.Has(Concept.Useless, Concept.Cut, Concept.Remove, Concept.First, Concept.Begin, Concept.Last, Concept.End);
        return isFew || (clause.HasTime && clause.Has(Concept.Trim, Concept.Change));
    }

    public static void Ask(Clause clause, Reading reading, Question question)
    {
        clause.ClaimEverything();
        reading.Add(new Ask(question));
        // 这个背景太黑了吗 … 那就换成浅黄的: the next message is about the same.
        reading.Focus = question switch
        {
            Question.Dark or Question.Background => Subject.Background,
            Question.Titles => Subject.Title,
            Question.Music => Subject.Music,
            Question.Visual => Subject.Visual,
            _ => reading.Focus,
        };
    }

    /// <summary>"is the title red?" asks, "can you make the title red?" and 把标题改成红色好吗 do not.</summary>
    private static bool IsQuestion(Clause clause)
    {
        var start = clause.TextOf(clause.Tokens[0]);
        var asks = (clause.FreeIndexOf(Concept.QuestionWord) is >= 0 and var at && !IsConjunction(clause, at)) || Inversions.Contains(start.ToLowerInvariant())
            || Alternatives().IsMatch(clause.Text) || (WhereIs().IsMatch(clause.Text) && clause.Tokens.All(t => t.Concept == Concept.Filler || Clause.SubjectOf(t.Concept) != Subject.None));
        if (!asks || clause.Has(Concept.CanYou) || clause.HasFree(TokenKind.Quote))
        {
            return false;
        }

        // "why is there no sound" names muting without asking for it.
        var mayMute = WordLists.QuestionStarts.Contains(start)
            || clause.Tokens.FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept == Concept.QuestionWord;
        return clause.Tokens.All(t => !Verbs.IsVerb(t.Concept) || (mayMute && t.Concept == Concept.Mute));
    }

    /// <summary>"lower it when I talk": only a clause that begins with the word asks.</summary>
    private static bool IsConjunction(Clause clause, int index) =>
        clause.TextOf(clause.Tokens[index]).ToLowerInvariant() is "when" or "where" or "which" or "who" or "what"
        && clause.Tokens.Take(index).Any(t => t.Concept is not (Concept.Filler or Concept.Greeting or Concept.And or Concept.But or Concept.No));

    /// <summary>"title My Great Podcast" praises nothing.</summary>
    private static bool IsPartOfName(Clause clause, int index) => clause.Has(Concept.Title) && char.IsUpper(clause.TextOf(clause.Tokens[index])[0]);

    private static void ReadSmallTalk(Clause clause, Reading reading)
    {
        if (Unhappy().IsMatch(clause.Text))
        {
            clause.ClaimEverything();
            reading.SmallTalk |= SmallTalk.Unhappy;
            return;
        }

        foreach (var (concept, talk) in ((Concept, SmallTalk)[])
            [(Concept.Greeting, SmallTalk.Greeting), (Concept.Thanks, SmallTalk.Thanks), (Concept.Yes, SmallTalk.Yes), (Concept.No, SmallTalk.No)])
        {
            if (clause.FreeIndexOf(concept) is >= 0 and var at && !IsPartOfName(clause, at))
            {
                clause.ClaimAll(concept);
                reading.SmallTalk |= talk;
            }
        }
    }
}
