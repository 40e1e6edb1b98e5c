using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads the answer to "What should the title say?", which is often nothing but the title.</summary>
internal static partial class TitleAnswer
{
    private const int Longest = 80;

    /// <summary>The answer as a request for that title; null if nothing was asked or the message cannot be a title.</summary>
    public static string? Of(Situation situation)
    {
        var said = Courtesies().Replace(situation.Text, "").Trim();
        return situation.LastEdits.Any(e => e is AskForTitle) && said.Length is > 0 and <= Longest && !Unfit().IsMatch(said) ? $"title \"{said}\"" : null;
    }

    /// <summary>"Blue Monday": capitals tell a name from a wish for a color.</summary>
    public static bool IsName(string text) => Name().IsMatch(text.Trim());

    [GeneratedRegex(@"[\s,.!，。！]*\b(?:please|pls|thanks|thank you|thx)?[.!。！\s]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Courtesies();

    [GeneratedRegex("""[\n"“”「」?？]|^(?:再|稍微|要|把它|把)*(?:大|小|粗|细|亮|暗|高|低|快|慢|深|浅)(?:一?点|一?些)|^(?:放|移|挪|靠|摆)(?:到|在)?(?:左|右|上|下|中|底|顶)|^(?:撤销|算了|不要|不用|取消)|^(?:make|put|move|set|change|remove|undo|bigger|smaller|louder|quieter|never mind|cancel|no)\b(?=.* |$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Unfit();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{N}']*(?: (?:a|an|and|at|for|from|in|of|on|the|to|with|\p{Lu}[\p{L}\p{N}']*|\p{N}+))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
