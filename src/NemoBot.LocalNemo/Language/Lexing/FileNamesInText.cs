using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Recognizes the names of the session's files in a text, with or without their endings.</summary>
internal sealed class FileNamesInText
{
    private const int ShortestStem = 3;

    private readonly List<(string Name, string Id)> _names = [];

    public FileNamesInText(IReadOnlyList<Asset> files, Vocabulary vocabulary)
    {
        // The newest file of a name is meant; longer names are looked for first.
        foreach (var file in files.Reverse())
        {
            var name = CleanText.Folded(file.Name);
            var stem = Path.GetFileNameWithoutExtension(name);
            Add(name, file.Id);
            if (stem.Length >= ShortestStem && !vocabulary.Knows(stem) && !stem.All(char.IsDigit))
            {
                Add(stem, file.Id);
            }
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
            if (text.AsSpan(start).StartsWith(name, StringComparison.Ordinal) && (end >= text.Length || !IsWord(text[end]) || !IsWord(text[end - 1])))
            {
                return new Token(TokenKind.File, start, name.Length) { Content = id };
            }
        }

        return null;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < 0x2E80;

    private void Add(string name, string id)
    {
        if (name.Length > 0 && _names.All(n => n.Name != name))
        {
            _names.Add((name, id));
        }
    }
}
