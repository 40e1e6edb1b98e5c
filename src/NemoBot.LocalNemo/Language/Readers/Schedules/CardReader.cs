using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>
/// Reads "a 3 second intro card, white text on black", 加个片头写“第一集”: a card by itself is not made, its text is shown over the first or
/// last seconds on a box of that color. 片头短点，2秒 afterwards changes how long the text is seen and cuts nothing.
/// </summary>
internal static partial class CardReader
{
    private const int Longest = 160;
    private const double Step = 1.5;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(3);

    /// <summary>Reads and claims the wish.</summary>
    public static void Read(Reading reading)
    {
        var text = CleanText.Simplified(CleanText.Of(reading.Situation.Text));
        if (text.Length > Longest || (reading.Situation.HasMaterial && reading.Situation.NewFiles.Count > 0))
        {
            return;
        }

        if (reading.Situation.HasMaterial && Another().Match(text) is { Success: true } another)
        {
            ChangeLength(another, reading);
        }
        else if (Card().Match(text) is { Success: true } card && !Others().IsMatch(text))
        {
            Add(card, reading);
        }
    }

    private static void Add(Match card, Reading reading)
    {
        var said = reading.Clauses.Where(c => IsOfCard(c, card)).ToList();
        var quote = said.SelectMany(c => c.Tokens).FirstOrDefault(t => t.Kind == TokenKind.Quote);
        var tokens = reading.Clauses.SelectMany(c => c.Tokens).ToList();
        if (tokens.Exists(t => t.Kind == TokenKind.Quote) && (quote is null || !tokens.Exists(t => t.Kind == TokenKind.Color)))
        {
            // A text for a while, as any other.
            return;
        }

        if (quote is not null)
        {
            var length = said.SelectMany(c => c.Tokens).FirstOrDefault(t => t.Kind == TokenKind.Duration)?.Time ?? Usual;
            var (letters, ground) = ColorsOf(said, reading);
            var look = new TitleLook { Color = letters, Plate = true, PlateColor = ground, From = card.Groups["end"].Success ? -length : TimeSpan.Zero, To = card.Groups["end"].Success ? null : length };
            reading.Add(new AddTitle(quote.Content) { Role = card.Groups["end"].Success ? TitleRole.Text : TitleRole.Title, Look = look }, Subject.Title);
        }

        said.ForEach(c => c.ClaimEverything());
        reading.Add(new Decline(Inability.Card));
    }

    /// <summary>The card, its text and its colors; another wish in the same message is left to the readers.</summary>
    private static bool IsOfCard(Clause clause, Match card) => Card().IsMatch(clause.Text) || clause.Text.Contains(card.Value, StringComparison.OrdinalIgnoreCase)
        || clause.Tokens.All(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Color or TokenKind.Colon || t.Concept is Concept.Filler or Concept.Title or Concept.Background
            or Concept.Plate or Concept.Add or Concept.Begin or Concept.End or Concept.Called or Concept.At or Concept.And or Concept.Use or Concept.It);

    /// <summary>黑底白字, "white on black": the letters and what is behind them.</summary>
    private static (string Letters, string Ground) ColorsOf(List<Clause> said, Reading reading)
    {
        var colors = said.SelectMany(c => c.Tokens.Where(t => t.Kind == TokenKind.Color).Select(t => (t.Content, IsGround: IsGround(c, t)))).ToList();
        var ground = colors.Where(c => c.IsGround).Select(c => c.Content).FirstOrDefault();
        var letters = colors.Where(c => !c.IsGround).Select(c => c.Content).FirstOrDefault();
        ground ??= letters == "#000000" ? "#ffffff" : "#000000";
        return (letters ?? Contrast.TextOn(reading.Project.Background with { Kind = BackgroundKind.Color, Color = ground, SecondColor = null, Asset = null }), ground);
    }

    private static bool IsGround(Clause clause, Token color)
    {
        var (before, after) = (clause.Text[..(color.Start - clause.Tokens[0].Start)].TrimEnd(), clause.Text[(color.End - clause.Tokens[0].Start)..].TrimStart());
        return Behind().IsMatch(before) || Ground().IsMatch(after);
    }

    private static void ChangeLength(Match said, Reading reading)
    {
        var total = reading.Project.Duration;
        var isEnd = said.Groups["end"].Success;
        var titles = reading.Project.Titles;
        var index = titles.ToList().FindIndex(t => isEnd ? t is { End: null } && t.Start > TimeSpan.Zero : t is { Start.Ticks: 0, End: not null });
        if (index < 0 && (reading.Project.Clips.Count > 1 || reading.Project.Music.Count > 0))
        {
            return;
        }

        var length = reading.Clauses.SelectMany(c => c.Tokens).FirstOrDefault(t => t.Kind == TokenKind.Duration)?.Time;
        reading.Clauses.Where(c => said.Value.Contains(c.Text, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(c => c.ClaimEverything());
        if (index < 0)
        {
            reading.Add(new Decline(Inability.Card));
            return;
        }

        var now = (titles[index].End ?? total) - titles[index].Start;
        var wanted = length ?? (said.Groups["shorter"].Success ? now / Step : now * Step);
        var look = isEnd ? new TitleLook { From = -wanted } : new TitleLook { From = TimeSpan.Zero, To = wanted };
        reading.Add(new SetTitle(new TitleRef { Number = index + 1 }) { Look = look }, Subject.Title);
    }

    [GeneratedRegex(
        @"\b(?:intro|opening|opener|title|start(?:ing)?|text|(?<end>outro|end(?:ing)?|closing))[ -]?(?:card|screen|slide)\b"
        + @"|\b(?:add|put|make|create|insert|give (?:it|me)|want|need|have|with|start with)\b[^.,;""“'‘]{0,30}\b(?:intro|opener|(?<end>outro))\b(?= ?(?:[,:.;""“'‘]|$|with (?:the )?(?:text|words|title|white|black)|saying|that says|in (?:white|black)))"
        + @"|(?:加|做|来|放|弄|要|插入?|配)(?:上|一)?(?:个|段|张)?[^，。“”「」]{0,8}(?:片头|(?<end>片尾)|开场画面|标题卡|字卡)(?!曲|音乐|动画|字幕|视频|logo)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Card();

    /// <summary>Words that make it another wish.</summary>
    [GeneratedRegex(
        @"\b(?:remove|cut|skip|delete|without|no|kill|lose|trim|hide|only|during|fade|music|song|jingle|sound|clip|video|theme|tune|logo|don'?t|clips?)\b|\bfor (?:a|an|my|our|the) (?:\w+ )?(?:intro|outro|opener)\b|去掉|删|剪|不要|别|音乐|曲|视频素材|淡入|淡出|logo|用(?:这|它)|水印",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"^\W*(?:(?:and|now|ok|okay|please|can you|could you|make|keep|let|have|but|hmm|actually) )*(?:the )?(?:(?:intro|opening|opener|title card|intro card|start card|card)|(?<end>outro|end card|outro card|end screen))(?: card| screen| text| title)?(?: to be| be| is| should be)?(?: a bit| a little| much)? (?:(?<shorter>shorter)|longer)\W*(?:(?:to|like|about|only|just|maybe|say|of) )*(?:\d[^,.;]*)?(?:please)?\W*(?:$|[.!] (?=\w))"
        + @"|^\W*(?:把|那|让)?(?:(?:片头|开场画面|标题卡|字卡)|(?<end>片尾))(?:的?(?:文字|字|时间))?(?:再|稍微|放|弄|改|显示)*(?:(?<shorter>短)|长|久)(?:一?[点些])?[了吧]?[，, ]*(?:就|改成|只要|大概|到|放|要)*(?:[\d一二两三四五六七八九十.]+ ?秒钟?)?(?:就[好行够]了?|吧)?\W*(?:$|[。！])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"(?:\bon(?: an?)?|\bbackground(?: is|:)?|背景(?:是|为)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(@"^(?:色)?(?:的)?(?:底|背景)|^(?:intro|background|bg|card|screen|box|slide|ground|title card)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ground();
}
