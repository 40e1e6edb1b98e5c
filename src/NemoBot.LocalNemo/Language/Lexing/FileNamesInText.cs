using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Recognizes the names of the session's files in a text, with or without their endings.</summary>
internal sealed class FileNamesInText
{
    private const int ShortestStem = 3;
    private const string Units = "smhx";

    private static readonly string[] NamesAfter = [" then ", " and ", " first", " last", " before ", " after ", " should ", " goes ", " comes ", " to the ", " & "];

    private readonly List<(string Name, string Id)> _names = [];

    public FileNamesInText(IReadOnlyList<Asset> files, Vocabulary vocabulary)
    {
        // The newest file of a name is meant; longer names are looked for first.
        foreach (var file in files.Reverse())
        {
            var name = CleanText.Folded(file.Name);
            var stem = Path.GetFileNameWithoutExtension(name);
            Add(name, file.Id);
            if ((stem.Length >= ShortestStem || IsLetter(stem)) && !vocabulary.Knows(stem) && !stem.All(char.IsDigit))
            {
                Add(stem, file.Id);
            }
        }

        if (_names.Count(n => IsLetter(n.Name)) == 1)
        {
            // One file with such a name says little; "b" beside "c" is a file.
            _names.RemoveAll(n => IsLetter(n.Name));
        }

        _names.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    /// <summary>The file named at a position of a folded text; null if none is.</summary>
    public Token? Read(string text, int start)
    {
        if (start > 0 && IsWord(text[start - 1]) && IsWord(text[start]))
        {
            return null;
        }

        foreach (var (name, id) in _names)
        {
            var end = start + name.Length;
            if (text.AsSpan(start).StartsWith(name, StringComparison.Ordinal) && (name != "a" || IsNameA(text, end)) && (end >= text.Length || !IsWord(text[end]) || !IsWord(text[end - 1])))
            {
                return new Token(TokenKind.File, start, name.Length) { Content = id };
            }
        }

        return null;
    }

    private static bool IsLetter(string stem) => stem is [>= 'a' and <= 'z'] && !Units.Contains(stem[0], StringComparison.Ordinal);

    /// <summary>"a, then b", "a first": no article.</summary>
    private static bool IsNameA(string text, int end) => end >= text.Length || text[end] is ',' or '.' or ';' or '!' or '?' or '、' or '，' or >= '\u2E80'
        || NamesAfter.Any(w => text.AsSpan(end).StartsWith(w, StringComparison.Ordinal));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < 0x2E80;

    private void Add(string name, string id)
    {
        if (name.Length > 0 && _names.All(n => n.Name != name))
        {
            _names.Add((name, id));
        }
    }
}
