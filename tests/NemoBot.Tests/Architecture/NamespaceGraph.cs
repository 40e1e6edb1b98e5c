using System.Text.RegularExpressions;

namespace NemoBot.Tests.Architecture;

/// <summary>
/// Which namespace of a project uses types of which other. A type is found as the compiler finds it: by a using, in an enclosing namespace
/// without any, or by a name that is qualified in part. Files in the project's root count like all others.
/// </summary>
internal sealed partial class NamespaceGraph
{
    private readonly List<(string File, string Namespace, string Code)> _files = [];
    private readonly Dictionary<string, HashSet<string>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string To), string> _edges = [];

    /// <param name="files">Names and texts; each file holds the one type that it is named after.</param>
    public NamespaceGraph(IEnumerable<(string File, string Text)> files)
    {
        foreach (var (file, text) in files)
        {
            if (Declaration().Match(text) is { Success: true } found)
            {
                var space = found.Groups[1].Value;
                _files.Add((file, space, Literals().Replace(text, " ")));
                _types.TryAdd(TypeOf(file), []);
                _types[TypeOf(file)].Add(space);
            }
        }

        var all = _files.Select(f => f.Namespace).ToHashSet(StringComparer.Ordinal);
        _files.ForEach(f => Add(f.File, f.Namespace, f.Code, all));
    }

    /// <summary>The uses that lead back to where they start, each with a file that has it.</summary>
    public IEnumerable<string> Circles(params IReadOnlyCollection<(string From, string To)> known)
    {
        var edges = _edges.Where(e => !known.Contains(e.Key)).ToList();
        var to = edges.ToLookup(e => e.Key.From, e => e.Key.To, StringComparer.Ordinal);
        return edges.Where(e => Reaches(e.Key.To, e.Key.From, to)).Select(e => $"{e.Key.From} → {e.Key.To} ({e.Value})");
    }

    private void Add(string file, string from, string code, HashSet<string> all)
    {
        var usings = Using().Matches(code).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var used in usings)
        {
            // "using static" and an alias name a type.
            var space = all.Contains(used) ? used : used[..used.LastIndexOf('.')];
            AddEdge(from, all.Contains(space) ? space : null, file);
        }

        foreach (var name in Names().Matches(Header().Replace(code, " ")).Select(m => m.Value).Distinct())
        {
            AddEdge(from, Resolve(name.Split('.'), from, usings, all), file);
        }
    }

    private string? Resolve(string[] name, string from, HashSet<string> usings, HashSet<string> all)
    {
        var enclosing = Enclosing(from).ToList();
        if (_types.TryGetValue(name[0], out var owners))
        {
            return owners.Contains(from) || usings.Overlaps(owners) ? null : enclosing.Find(owners.Contains);
        }

        // Half-qualified: the first parts name a namespace, as seen from an enclosing one.
        return enclosing.Prepend(from).Append("")
            .SelectMany(e => Enumerable.Range(1, name.Length - 1)
                .Where(n => _types.GetValueOrDefault(name[n])?.Contains(Join(e, name[..n])) is true)
                .Select(n => Join(e, name[..n])))
            .FirstOrDefault(all.Contains);
    }

    private void AddEdge(string from, string? to, string file)
    {
        if (to is not null && to != from)
        {
            _edges.TryAdd((from, to), file);
        }
    }

    private static string Join(string space, string[] rest) => space.Length == 0 ? string.Join('.', rest) : space + "." + string.Join('.', rest);

    private static IEnumerable<string> Enclosing(string space)
    {
        for (var dot = space.LastIndexOf('.'); dot > 0; dot = space.LastIndexOf('.'))
        {
            yield return space = space[..dot];
        }
    }

    private static bool Reaches(string start, string goal, ILookup<string, string> to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var space))
        {
            if (space == goal)
            {
                return true;
            }

            foreach (var next in to[space].Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }

    private static string TypeOf(string file) => Path.GetFileName(file).Split('.', '`')[0];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^using (?:static |\w+ = )?(NemoBot\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:using|namespace) .*$", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*(?:\.\w+)*")]
    private static partial Regex Names();

    [GeneratedRegex(""""""
        """[\s\S]*?"""|@?\$?"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\])'|//[^\r\n]*|/\*[\s\S]*?\*/
        """""")]
    private static partial Regex Literals();
}
