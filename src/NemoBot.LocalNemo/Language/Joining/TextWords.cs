using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Words for titles and captions whose meaning depends on which of them are there.</summary>
internal static class TextWords
{
    /// <summary>"line 1" of the captions is no waveform.</summary>
    public static Utterance NumberedLines(Utterance said) => said.Situation.Project?.Captions is null ? said
        : said.Change(
            (t, i) => t.Concept == Concept.Line && i + 1 < said.Tokens.Count && said.Tokens[i + 1].Kind == TokenKind.Number,
            t => t with { Concept = Concept.LineWord, Style = VisualStyle.None });

    /// <summary>字幕的底色, 标题的背景: what lies behind a text is its box, not the background of the video.</summary>
    public static Utterance GroundsOfTexts(Utterance said) => said.Rename(Concept.Plate, (t, i) =>
        i > 0 && t.Concept == Concept.Background && (!said.IsChinese(t) ? IsGroundInWords(said, i) : said.TextAt(i - 1) == "的"
            ? i > 1 && IsText(said.Tokens[i - 2])
            : IsText(said.Tokens[i - 1]) && (said.TextOf(t)[0] == '底' || IsRemoved(said.Tokens, i))));

    /// <summary>"captions yellow with a black background", "give the title a dark background"; not "a title and a black background".</summary>
    private static bool IsGroundInWords(Utterance said, int index)
    {
        var before = said.Before(index).SkipWhile(t => t.Kind == TokenKind.Color || said.TextOf(t).ToLowerInvariant() is "a" or "an" or "dark" or "black" or "solid").ToList();
        var isLinked = before.Count > 0 && (IsText(before[0])
            ? said.Tokens[index - 1].Kind == TokenKind.Color || said.TextAt(index - 1) is "a" or "dark" or "solid"
            : said.TextOf(before[0]).ToLowerInvariant() is "with" or "on" or "needs" or "need" or "wants");
        var text = before.Find(t => IsText(t) || t.Kind == TokenKind.Quote || Clause.SubjectOf(t.Concept) != Subject.None);
        return isLinked && text is { Concept: Concept.Captions } or { Concept: Concept.Title } && before.TrueForAll(t => t.Kind != TokenKind.Quote)
            && (text.Concept == Concept.Captions || (before.Count <= 3 && (IsText(before[0]) || IsText(before[1]))))
            && !before.Exists(t => t.Concept is Concept.Video or Concept.And);
    }

    /// <summary>标题颜色渐变行吗: letters have one color, and the background is not meant.</summary>
    public static Utterance GradientsOfTexts(Utterance said) => said.Forget((t, i) =>
        i > 0 && t.Concept == Concept.Gradient && said.IsChinese(t) && said.Before(i).ToList() is var before && before.Exists(IsText)
        && !before.Exists(o => o.Kind == TokenKind.Quote || Clause.SubjectOf(o.Concept) == Subject.Background));

    /// <summary>打一行“新年快乐”，红色，带黑边: the edge of the letters, where no picture is spoken of.</summary>
    public static Utterance EdgesOfTexts(Utterance said) =>
        said.Has(Concept.Image, Concept.Images, Concept.Cover, Concept.Video, Concept.Background) ? said
        : said.Rename(Concept.Outline, (t, i) => t.Concept == Concept.Letterbox && said.TextOf(t) is "黑边" or "白边"
            && said.TextAt(i - 1) is "带" or "加" or "加个" or "描" or "带个" or "配"
            && said.Tokens.Take(i).Any(o => o.Kind == TokenKind.Quote || IsText(o)));

    /// <summary>"white title with a thick black border": one word, where no picture is spoken of.</summary>
    public static Utterance ColoredBordersOfTexts(Utterance said) =>
        said.Has(Concept.Image, Concept.Images, Concept.Cover, Concept.Video, Concept.Background, Concept.Logo) ? said
        : said.Rename(Concept.Outline, (t, i) => t.Concept == Concept.Letterbox && said.TextOf(t).ToLowerInvariant() is "black border" or "black borders" or "white border" or "white borders"
            && i > 0 && IsOfEdge(said, i - 1) && said.Tokens.Any(o => o.Kind == TokenKind.Quote || IsText(o)));

    /// <summary>"give the text a white border": a line around the letters, where no picture is spoken of.</summary>
    public static Utterance BordersOfTexts(Utterance said) =>
        said.Has(Concept.Image, Concept.Images, Concept.Cover, Concept.Video, Concept.Background, Concept.Logo, Concept.Letterbox) ? said
        : said.Change(
            (t, i) => said.TextOf(t).ToLowerInvariant() is "border" or "borders" or "frame" or "edging" or "edge" or "edges"
                && i > 0 && IsOfEdge(said, i - 1) && (said.Tokens.Any(o => o.Kind == TokenKind.Quote || IsText(o)) || IsOfOutlined(said)),
            t => t with { Kind = TokenKind.Word, Concept = Concept.Outline });

    /// <summary>"without the border", after a title that has one.</summary>
    private static bool IsOfOutlined(Utterance said) => said.Situation is { Focus: Subject.Title, Project: { } project } && project.Titles.Any(t => t.Outline is not null);

    /// <summary>"a border", "a black edge"; not "the bottom edge".</summary>
    private static bool IsOfEdge(Utterance said, int index) => said.Tokens[index].Kind == TokenKind.Color
        || said.TextAt(index) is "a" or "with" or "thick" or "thin" or "no" or "the" or "dark" or "light";

    /// <summary>第一行改成“早安”: of several titles where there are no captions.</summary>
    public static Utterance LinesAsTitles(Utterance said) =>
        said.Situation.Project is not { Captions: null, Titles.Count: > 1 } || said.Has(Concept.Title, Concept.Captions) ? said
        : said.Rename(Concept.Title, (t, i) => t.Concept == Concept.LineWord && said.TextOf(t)[0] == '行' && i > 0 && said.Tokens[i - 1].Kind == TokenKind.Ordinal);

    /// <summary>"make the words bigger": the captions, where they are the only text.</summary>
    public static Utterance TextsAsCaptions(Utterance said)
    {
        if (said.Has(Concept.Captions) && AreLettersOfCaptions(said) && !said.GivesText)
        {
            return said.Rename(Concept.Filler, (t, _) => t.Concept == Concept.Title && said.TextOf(t) == "字");
        }

        return !AreOnlyText(said) || said.GivesText || said.Has(Concept.Add, Concept.Captions, Concept.Called) ? said
            : said.Rename(Concept.Captions, (t, _) => t.Concept == Concept.Title && WritingLists.Texts.Contains(said.TextOf(t)));
    }

    private static bool IsText(Token token) => token.Concept is Concept.Captions or Concept.Title;

    /// <summary>字幕底色去掉, 去掉字幕底色.</summary>
    private static bool IsRemoved(IReadOnlyList<Token> tokens, int index) =>
        tokens.Skip(index + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept == Concept.Remove
        || tokens.Take(index - 1).LastOrDefault(t => t.Concept != Concept.Filler)?.Concept == Concept.Remove;

    /// <summary>字幕的字大一点: no title is meant.</summary>
    private static bool AreLettersOfCaptions(Utterance said) => said.Situation.Project?.Captions is not null
        || (said.Situation.Project is not { Titles.Count: > 0 } && said.Tokens.All(t => t.Concept != Concept.Title || said.TextOf(t) == "字"));

    /// <summary>The captions are all there is, or the message before was about them and this one names no other text.</summary>
    private static bool AreOnlyText(Utterance said) => said.Situation.Project is { Captions: not null, Titles.Count: 0 }
        || (said.Situation is { Project.Captions: not null, Focus: Subject.Captions }
            && said.Tokens.All(t => t.Concept != Concept.Title || said.TextOf(t) is "字" or "字号" or "字体大小"));
}
