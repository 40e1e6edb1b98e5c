using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads "make it half as long" and "make it shorter": faster or cut is for the user to decide.</summary>
internal static partial class Halving
{
    /// <summary>True if the clause says so and the choice is offered.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var isHalf = Half().IsMatch(clause.Text);
        if (!(isHalf || Shorter().IsMatch(clause.Text)) || reading.Project.Duration <= TimeSpan.Zero || NamesMore(clause))
        {
            return false;
        }

        var length = TimeSpan.FromSeconds(Math.Round(reading.Project.Duration.TotalSeconds / 2, 1));
        if (!isHalf && reading.Focus == Subject.Slides && reading.Project.Slides.Count > 1)
        {
            clause.ClaimEverything();
            reading.Choice = new Choice(new Note("choice.what-shorter", []), [new Note("offer.slides-faster", []), new Note("offer.keep-first", [length])]);
            return true;
        }

        List<Note> offers = [new Note("offer.twice", []), new Note("offer.keep-first", [length])];
        reading.Choice = isHalf
            ? new Choice(new Note("choice.half", [length]), offers)
            : new Choice(new Note("choice.shorter", []), [.. offers, new Note("suggest.Silence", [])]);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>"make the title shorter", "shorter, 30 seconds", "half the time, faster".</summary>
    private static bool NamesMore(Clause clause) => clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None
        || t.IsTime
        || t.Concept is Concept.Music or Concept.Faster or Concept.Slower);

    [GeneratedRegex(@"^\W*((can|could|you|u|please|pls|i|want|need|like|make|get|it|this|that|the|video|clip|to|be|is|a|bit|lot|little|much|way|just|still|even) )*shorter( please| pls| now)?\W*$|^\W*(?:再|要|稍微|能不能|可以|给我|帮我|把|这个|视频|片子|整个|整体|时间|时长|弄|做|剪)*(?:缩)?短(?:一?点|一?些|点儿)(?:吧|行吗|可以吗|呗|嘛|哈|呢|啊)*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shorter();

    [GeneratedRegex(@"\bhalf (as long|the length|the duration|its length|that length|the time)\b|\b(halve|cut) (the|its) (length|duration)( in half)?\W*$|(时长|长度).{0,3}(减半|一半)|一半(的)?(时长|长度)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Half();
}
