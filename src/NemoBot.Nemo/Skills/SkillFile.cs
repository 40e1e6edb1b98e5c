using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.Core.Backend;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NemoBot.Nemo.Skills;

/// <summary>A skill file: Markdown that begins with YAML between two lines of dashes.</summary>
internal static partial class SkillFile
{
    private const long Megabyte = 1024 * 1024;
    private static readonly string[] Languages = ["en", "zh"];

    /// <summary>Reads a file's text.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="source">What the skill is said to be installed for.</param>
    /// <exception cref="FormatException">With a sentence that says what is wrong.</exception>
    public static Skill Parse(string text, string source)
    {
        var front = FrontMatter(text);
        var name = Word(front, "name", NameForm());
        var descriptions = Texts(front, "description");
        return new Skill
        {
            Name = name,
            Version = Word(front, "version", VersionForm()),
            Source = source,
            Titles = Texts(front, "title", "displayName") is { Count: > 0 } titles ? titles : new Dictionary<string, string> { ["en"] = name },
            Greetings = Texts(front, "greeting") is { Count: > 0 } greetings ? greetings : descriptions,
            Starters = Lists(front, "starters"),
            AcceptedTypes = Types(front),
            MaxBytes = Size(front),
            UsualDuration = Duration(front),
            Tips = Texts(front, "tip"),
        };
    }

    private static YamlMappingNode FrontMatter(string text)
    {
        var match = Front().Match(text.TrimStart('\uFEFF'));
        if (!match.Success)
        {
            throw new FormatException("it does not begin with front matter between two lines of dashes");
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(match.Groups["yaml"].Value));
            return stream.Documents is [{ RootNode: YamlMappingNode front }] ? front : throw new FormatException("its front matter has no names and values");
        }
        catch (YamlException broken)
        {
            throw new FormatException($"its front matter is no YAML (line {broken.Start.Line + 1})", broken);
        }
    }

    private static YamlNode? Node(YamlMappingNode front, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (front.Children.TryGetValue(new YamlScalarNode(key), out var node))
            {
                return node;
            }
        }

        return null;
    }

    private static string? Scalar(YamlNode? node) => node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string Word(YamlMappingNode front, string key, Regex form)
    {
        var word = Scalar(Node(front, key)) ?? throw new FormatException($"it has no {key}");
        return form.IsMatch(word) ? word : throw new FormatException($"its {key} has characters that cannot be sent");
    }

    /// <summary>A text by language; one without languages is English.</summary>
    private static Dictionary<string, string> Texts(YamlMappingNode front, params ReadOnlySpan<string> keys)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var node = Node(front, keys);
        if (Scalar(node) is { } english)
        {
            texts["en"] = english;
        }

        foreach (var language in node is YamlMappingNode ? Languages : [])
        {
            if (Scalar(Node((YamlMappingNode)node!, language)) is { } text)
            {
                texts[language] = text;
            }
        }

        return texts;
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(YamlMappingNode front, string key)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        var node = Node(front, key);
        if (node is YamlSequenceNode)
        {
            lists["en"] = Items(node);
        }

        foreach (var language in node is YamlMappingNode ? Languages : [])
        {
            if (Items(Node((YamlMappingNode)node!, language)) is { Count: > 0 } items)
            {
                lists[language] = items;
            }
        }

        return lists;
    }

    private static IReadOnlyList<string> Items(YamlNode? node) =>
        node is YamlSequenceNode list ? [.. list.Children.Select(Scalar).OfType<string>()] : [];

    private static IReadOnlyList<string> Types(YamlMappingNode front)
    {
        var types = Items(Node(front, "accepts")).Select(t => t.TrimStart('.').ToLowerInvariant()).Distinct().ToList();
        return types.Count > 0 ? types : new BackendTraits { Name = string.Empty, ChargesCredits = false }.UploadTypes;
    }

    private static long Size(YamlMappingNode front)
    {
        if (Scalar(Node(front, "max_size")) is not { } written)
        {
            return 200 * Megabyte;
        }

        var match = SizeForm().Match(written);
        return match.Success
            ? long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["unit"].Value.StartsWith('G') ? 1024 : 1) * Megabyte
            : throw new FormatException("its max_size is not a number of MB or GB");
    }

    private static TimeSpan Duration(YamlMappingNode front)
    {
        if (Scalar(Node(front, "usual_duration")) is not { } written)
        {
            return TimeSpan.FromMinutes(2);
        }

        var match = DurationForm().Match(written);
        var number = match.Success ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : throw new FormatException("its usual_duration is not a number of s or min");
        return match.Groups["unit"].Value == "s" ? TimeSpan.FromSeconds(number) : TimeSpan.FromMinutes(number);
    }

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>.*?)\r?\n---[ \t]*(?:\r?\n|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Front();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z.+-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();

    [GeneratedRegex(@"\A(?<number>[1-9][0-9]{0,5})\s*(?<unit>MB|GB)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"\A(?<number>[1-9][0-9]{0,4})\s*(?<unit>s|min)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationForm();
}
