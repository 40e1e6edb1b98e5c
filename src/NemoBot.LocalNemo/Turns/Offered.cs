using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Reads an answer to the buttons of the last message that is typed: "the second", 前面的, and "yes" to a single one.</summary>
internal static partial class Offered
{
    private const int Longest = 24;

    /// <summary>The button that is meant; null if the message is no answer.</summary>
    /// <param name="offers">The labels in order.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="isPending">Edits wait for a yes, which has its own meaning then.</param>
    public static string? Choose(IReadOnlyList<string> offers, string text, bool isPending)
    {
        if (offers.Count == 0 || text.Length > Longest || offers.Contains(text))
        {
            return null;
        }

        var plain = Language.Words.CleanText.Simplified(text);
        if (offers.Count == 1)
        {
            return !isPending && Yes().IsMatch(plain) ? offers[0] : null;
        }

        if (offers.Count == 2 && BothOnes().IsMatch(plain))
        {
            return string.Join(plain.Any(c => c >= 0x2E80) ? "和" : " and ", offers);
        }

        var number = FirstOne().IsMatch(plain) ? 1 : SecondOne().IsMatch(plain) ? 2 : ThirdOne().IsMatch(plain) ? 3 : 0;
        return number > 0 ? offers.ElementAtOrDefault(number - 1)
            : AtStart().IsMatch(plain) ? offers.FirstOrDefault(o => Starting().IsMatch(o))
            : AtEnd().IsMatch(plain) ? offers.FirstOrDefault(o => Ending().IsMatch(o)) : null;
    }

    [GeneratedRegex(
        @"^\W*((yes|yeah|ok|okay|sure|well|alright)\W+)*(yes|yeah|yep|ok|okay|sure|please do|(do|try) (it|that|this)( then| instead)?|go ahead|go for it|sounds good|let'?s do (it|that)"
        + "|好|好的|好啊|好吧|可以|可以啊|行|行吧|嗯|嗯嗯|对|要|就这样|就这么办|试试|试试吧|试试看)"
        + @"( please)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(
        @"^\W*((ok|yes|please|then|just|well)\W+)*((do|make|give me|take|try|use|i want|i'?d like|let'?s do|let'?s have) )?both( of them)?( then| please| pls| ones)*\W*$|^\W*(两个|两种|都|全)*(都要|都做|都来|都做吧|要两个|全要)(吧|一份)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BothOnes();

    [GeneratedRegex(
        @"^\W*(the )?(first|1st|number one|option 1|1)( one| option)?( please)?\W*$"
        + @"|^\W*(选|用|要|就)?(第?[一1]个?|第一种)(吧|好了)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstOne();

    [GeneratedRegex(
        @"^\W*(the )?(second|2nd|number two|option 2|2)( one| option)?( please)?\W*$"
        + @"|^\W*(选|用|要|就)?(第?[二2]个?|第二种)(吧|好了)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecondOne();

    [GeneratedRegex(
        @"^\W*(the )?(third|3rd|number three|option 3|3)( one| option)?( please)?\W*$"
        + @"|^\W*(选|用|要|就)?(第?[三3]个?|第三种)(吧|好了)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThirdOne();

    [GeneratedRegex(
        @"^\W*((from|at|off) )?(the )?(start|beginning|front)( please)?\W*$"
        + @"|^\W*(从|剪|是)?(最?前面?|开头|头|开始|一开始|前头|头先)(的|那段|那里|剪|部分|吧|就好|就行)*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();

    [GeneratedRegex(
        @"^\W*((from|at|off) )?(the )?(end|last|back|last one)( please)?\W*$"
        + @"|^\W*(从|剪|是)?(最后面?|后面|结尾|末尾|尾巴?|后头)(的|那段|那里|剪|部分|吧|就好|就行)*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"^cut the first|^剪掉前", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Starting();

    [GeneratedRegex(@"^cut the last|^剪掉最后", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
