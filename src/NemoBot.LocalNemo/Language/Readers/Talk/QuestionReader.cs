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
    private static readonly (Concept Concept, Question Question)[] Direct =
    [
        (Concept.WhatChanged, Question.Changes), (Concept.HowLong, Question.Length), (Concept.WhatsThere, Question.Contents), (Concept.WhyDark, Question.Dark),
        (Concept.WhyQuiet, Question.Loudness), (Concept.WhatFormat, Question.Format), (Concept.WhichTitles, Question.Titles), (Concept.WhichFiles, Question.Files),
        (Concept.WhichVersions, Question.Versions), (Concept.WhatSize, Question.Size), (Concept.WhatLimits, Question.Limits),
        (Concept.WhatCost, Question.Cost), (Concept.WhatDownload, Question.Download), (Concept.WhatPrivacy, Question.Privacy), (Concept.Help, Question.Abilities), (Concept.Transcript, Question.Transcript),
    ];

    private static readonly (Concept[] Nouns, Question Question)[] ByNoun =
    [
        ([Concept.Title], Question.Titles), ([Concept.Captions, Concept.Lyrics], Question.Transcript), ([Concept.Music], Question.Music),
        (VisualWords.All, Question.Visual),
        ([Concept.Background, Concept.Image, Concept.Cover, Concept.Gradient], Question.Background),
        ([Concept.Mute, Concept.Volume, Concept.Voice, Concept.LoudnessWord, Concept.Louder, Concept.Quieter], Question.Loudness),
        ([Concept.DarkWord, Concept.Darker], Question.Dark), ([Concept.Logo, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Crossfade], Question.Contents), ([Concept.VersionWord], Question.Versions), ([Concept.Video], Question.Contents),
    ];

    public void Read(Clause clause, Reading reading)
    {
        if (VersionComparison.Read(reading))
        {
            return;
        }

        ReadSmallTalk(clause, reading);
        DropComplaint(clause, reading);
        if (AsksAboutPlatform(clause, reading))
        {
            return;
        }

        if (!Verbs.AsksForChange(clause))
        {
            foreach (var (concept, question) in Direct)
            {
                if (clause.HasFree(concept) && !IsPart(clause, concept) && !(concept == Concept.WhyDark && PictureLookReader.NamesOneSlide(clause, reading)))
                {
                    Ask(clause, reading, question);
                    return;
                }
            }
        }

        if (IsQuestion(clause) && !(Stance.IsSupposed(clause) && clause.Tokens.Any(t => t.Kind is TokenKind.Color or TokenKind.Percent || Verbs.IsLook(t.Concept))))
        {
            foreach (var (nouns, question) in ByNoun)
            {
                if (clause.HasFree(nouns))
                {
                    Ask(clause, reading, question);
                    return;
                }
            }

            if (clause.HasFree(TokenKind.Ratio) || clause.HasFree(Concept.Portrait, Concept.Landscape, Concept.Square))
            {
                Ask(clause, reading, Question.Format);
                return;
            }

            if (clause.HasTime)
            {
                // "why is it only 30 seconds?".
                Ask(clause, reading, Question.Length);
                return;
            }

            if (clause.HasFree(TokenKind.File))
            {
                Ask(clause, reading, Question.Files);
            }
        }
    }

    /// <summary>"is it ready for facebook?", 发朋友圈用什么尺寸好: asks about the format.</summary>
    private static bool AsksAboutPlatform(Clause clause, Reading reading)
    {
        var asks = WordLists.QuestionStarts.Contains(clause.Text.Split(' ', 2)[0]) || clause.HasWord(WordLists.QuestionMarks) || clause.Text.EndsWith('吗');
        if (!asks || clause.Has(Concept.CanYou) || !clause.Tokens.Any(t => t.Concept is Concept.TikTok or Concept.Reels or Concept.Shorts or Concept.Story or Concept.YouTube or Concept.Instagram or Concept.Xiaohongshu or Concept.SocialMedia)
            || clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) && t.Concept is not (Concept.Export or Concept.Use or Concept.Let)))
        {
            return false;
        }

        Ask(clause, reading, Choosing().IsMatch(clause.Text) ? Question.Platforms : Question.Format);
        return true;
    }

    [GeneratedRegex("^(?:which|what)|什么|哪种|哪个|多大", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Choosing();

    /// <summary>"too dark, make it white": a reason for the wish, about what it names.</summary>
    private static void DropComplaint(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.WhyDark);
        if (at < 0 || clause.TextOf(clause.Tokens[at])[0] is 'w' or 'W' or '为' or '怎' || !reading.Clauses.Any(c => c.HasFree(TokenKind.Color) || c.HasFree(Concept.LightWord, Concept.Change, Concept.Use)))
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

    /// <summary>开头那几秒没人说话: a few seconds, not how many.</summary>
    private static bool IsPart(Clause clause, Concept concept) => (concept == Concept.HowLong && clause.Has(Concept.Trim, Concept.Change) && clause.HasTime) || concept == Concept.HowLong && clause.TextOf(clause.Tokens[clause.IndexOf(concept)]) == "几秒"
        && clause.Has(Concept.Useless, Concept.Cut, Concept.Remove, Concept.First, Concept.Begin, Concept.Last, Concept.End);

    private static void Ask(Clause clause, Reading reading, Question question)
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
        var asks = clause.FreeIndexOf(Concept.QuestionWord) is >= 0 and var at && !IsConjunction(clause, at) || clause.TextOf(clause.Tokens[0]).ToLowerInvariant() is "is" or "are" or "was" or "were" or "does" or "did" or "isnt" or "isn't";
        var first = clause.Tokens.FirstOrDefault(t => t.Concept != Concept.Filler);
        // "why is there no sound" names muting without asking for it.
        return asks && !clause.Has(Concept.CanYou) && !clause.HasFree(TokenKind.Quote)
            && clause.Tokens.All(t => !Verbs.IsVerb(t.Concept) || (t.Concept == Concept.Mute && (first?.Concept == Concept.QuestionWord || WordLists.QuestionStarts.Contains(clause.TextOf(clause.Tokens[0])))));
    }

    /// <summary>"lower it when I talk": only a clause that begins with the word asks.</summary>
    private static bool IsConjunction(Clause clause, int index) => clause.TextOf(clause.Tokens[index]).ToLowerInvariant() is "when" or "where" or "which" or "who" or "what"
        && clause.Tokens.Take(index).Any(t => t.Concept is not (Concept.Filler or Concept.Greeting or Concept.And or Concept.But or Concept.No));

    /// <summary>"title My Great Podcast" praises nothing.</summary>
    private static bool IsPartOfName(Clause clause, int index) => clause.Has(Concept.Title) && char.IsUpper(clause.TextOf(clause.Tokens[index])[0]);

    private static void ReadSmallTalk(Clause clause, Reading reading)
    {
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
