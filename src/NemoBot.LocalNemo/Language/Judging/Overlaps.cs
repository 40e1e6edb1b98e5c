using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>字幕和标题叠在一起了: one of the two goes where nothing is.</summary>
internal static partial class Overlaps
{
    /// <summary>What is moved, the first that is one of the two.</summary>
    private static readonly Subject[] Order = [Subject.Title, Subject.Captions, Subject.Visual, Subject.Logo];

    /// <summary>Moves it, and claims the clause; false if two things are not named, or another clause says what to do.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (reading.Situation.Project is null || !Together().IsMatch(clause.Text) || clause.Tokens.Any(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Quote)
            || reading.Clauses.Any(c => c != clause && !Apart().IsMatch(c.Text) && !NamesOnly(c)))
        {
            return false;
        }

        var both = reading.Clauses.SelectMany(c => c.Tokens).Select(t => Clause.SubjectOf(t.Concept)).Where(s => s != Subject.None).Distinct().ToList();
        if (both.Count != 2 || both.Exists(s => !Order.Contains(s)))
        {
            return false;
        }

        reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        var missing = both.Find(s => Obstructions.Moved(s, reading.Project) is null);
        var moved = Order.First(both.Contains);
        reading.Add(missing switch
        {
            Subject.None => Obstructions.Moved(moved, reading.Project)!,
            Subject.Captions => new Ask(Question.Transcript),
            Subject.Title => new Ask(Question.Titles),
            _ => new Ask(Question.Visual),
        }, missing == Subject.None ? moved : both.Find(s => s != missing));
        return true;
    }

    /// <summary>字幕, before 和标题叠在一起了.</summary>
    private static bool NamesOnly(Clause clause) => clause.Tokens.All(t => t.Concept == Concept.Filler || Clause.SubjectOf(t.Concept) != Subject.None);

    [GeneratedRegex("(?:重叠|重合|叠|挤|撞|粘|混)(?:在|到|成|了)?(?:一起|一块儿?|一坨|一团)?(?:了|啦|去了)?[！!。~]?$|打架(?:了|啦)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Together();

    /// <summary>挪开一个: asks for no more than that.</summary>
    [GeneratedRegex("^(?:请|帮我|给我|能不能|把它们?|麻烦)*(?:挪|错|分|调|移|弄|拉)(?:开|一下|调)?(?:一?[个下点些])?(?:吧|位置)*$|^(?:看着|有点)?(?:难受|乱|不好看|看不清楚?|处理一下|解决一下|怎么办|怎么弄)(?:啊|呢|了)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();
}
