using System.Collections.Frozen;

namespace NemoBot.Core.Text.Translation;

/// <summary>A word of a clause.</summary>
/// <param name="Text">In lower case, without punctuation around it; one character for the placeholder of hidden content.</param>
/// <param name="IsCapital">It begins with a capital letter.</param>
/// <param name="Start">Where it begins in the clause.</param>
/// <param name="End">Where it ends in the clause, signs included.</param>
internal readonly record struct Word(string Text, bool IsCapital, int Start, int End)
{
    /// <summary>Stands for hidden content.</summary>
    public bool IsHidden => Text.Length == 1 && ContentShield.IsHidden(Text[0]);

    /// <summary>It is one of the words of a list.</summary>
    public bool IsIn(FrozenSet<string> list) => list.Contains(Text);

    /// <summary>All words of a clause.</summary>
    public static List<Word> Read(string clause)
    {
        var words = new List<Word>();
        for (var i = 0; i < clause.Length;)
        {
            if (char.IsWhiteSpace(clause[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < clause.Length && !char.IsWhiteSpace(clause[end]))
            {
                end++;
            }

            var text = clause[i..end].Replace('’', '\'').Trim('.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '*');
            if (text.Length > 0)
            {
                words.Add(new(text.ToLowerInvariant(), char.IsUpper(text[0]), i, end));
            }

            i = end;
        }

        return words;
    }
}
