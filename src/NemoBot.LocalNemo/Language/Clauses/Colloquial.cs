using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads colloquial verbs by what they are said of: "chuck the first 12 seconds" cuts, "speed the rest up" is faster.</summary>
internal static class Colloquial
{
    /// <summary>The tokens of a clause with the meanings that fit together.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        if (tokens.Count > 1 && tokens[0].Concept == Concept.First && Verbs.IsVerb(tokens[1].Concept))
        {
            // "first cut 0-2": the order of the wishes.
            tokens[0] = tokens[0] with { Concept = Concept.Filler };
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = AsMeant(text, tokens, i);
        }

        if (IsPartOfTime(tokens) && tokens.FindIndex(t => WordLists.Throwing.Contains(text[t.Start..t.End])) is >= 0 and var thrown)
        {
            tokens[thrown] = tokens[thrown] with { Concept = Concept.Cut };
        }

        // 放大一半: half as big again, not half the size.
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Concept == Concept.Half && text[tokens[i - 1].Start..tokens[i - 1].End] is "放大" or "大" or "加大" or "变大")
            {
                (tokens[i - 1], tokens[i]) = (tokens[i - 1] with { Kind = TokenKind.Word, Concept = Concept.Filler }, tokens[i] with { Concept = Concept.Bigger });
            }
        }

        var speed = tokens.FindIndex(t => t.Concept == Concept.SpeedWord);
        var up = speed < 0 ? -1 : tokens.FindIndex(speed, t => t.Concept is Concept.Upward or Concept.TurnUp);
        if (up > speed && !tokens.Exists(t => t.Kind == TokenKind.Number))
        {
            tokens[speed] = tokens[speed] with { Concept = Concept.Faster };
            tokens[up] = tokens[up] with { Concept = Concept.Filler };
        }

        return tokens;
    }

    private static Token AsMeant(string text, List<Token> tokens, int index)
    {
        var token = tokens[index];
        var word = text[token.Start..token.End].ToLowerInvariant();
        var next = index + 1 < tokens.Count ? tokens[index + 1] : null;
        return word switch
        {
            // "my reading group" introduces no text.
            "reading" when token.Concept == Concept.Called && next is not { Kind: TokenKind.Quote or TokenKind.Colon } && !tokens.Take(index).Any(t => t.Concept == Concept.Title) => token with { Concept = Concept.Filler },
            // 蓝底白字, "orange bars on black": what is behind.
            "底" when index > 0 && tokens[index - 1].Kind == TokenKind.Color => token with { Concept = Concept.Background },
            // "leave at 0:09", 第9秒走: what is shown until then.
            "leave" or "leaves" or "exit" or "exits" or "go away" or "goes away" or "走" or "离开" or "离场" when tokens.Count(t => t.IsTime) == 1 && !tokens.Exists(t => t.Kind == TokenKind.Dash || t.Concept is Concept.To or Concept.Cut or Concept.Voice or Concept.Music or Concept.First or Concept.Last) => token with { Kind = TokenKind.Word, Concept = Concept.Remove },
            // "my grandpa's stories": what is told, not the shape of a platform.
            "stories" or "story" when token.Concept == Concept.Story && index > 0 && tokens.Count > 2 && !tokens.Take(index).Any(t => t.Concept is Concept.Instagram or Concept.For or Concept.To or Concept.Change or Concept.Add || text[t.Start..t.End].ToLowerInvariant() is "for" or "to" or "as" or "in" or "on" or "a" or "an" or "facebook" or "whatsapp") => token with { Concept = Concept.Filler },
            // "my instagram @coffee.talks": a name to show.
            _ when token.Concept is Concept.Instagram or Concept.TikTok or Concept.YouTube && next is not null && (text[next.Start] == '@' || text[next.Start..next.End].ToLowerInvariant() is "handle" or "username") => token with { Concept = Concept.Filler },
            // "thicker outline": of the edge, not of the letters.
            "thicker" or "thick" or "fatter" when next?.Concept == Concept.Outline => token with { Kind = TokenKind.Word, Concept = Concept.Filler },
            // "a slow moving background".
            "slow" or "slowly" or "slow-" when next is not null && (WordLists.Movements.Contains(text[next.Start..next.End]) || next.Concept is Concept.Scene or Concept.Flow) => token with { Concept = Concept.Filler },
            // "slowmo for the last kill": a thing that happens.
            "kill" or "kills" when index > 0 && (tokens[index - 1].Concept is Concept.First or Concept.Last || tokens[index - 1].Kind is TokenKind.Ordinal or TokenKind.Number || text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "the" or "my" or "that" or "this" or "final" or "best" or "triple" or "double") => token with { Kind = TokenKind.Unknown, Concept = Concept.None },
            // "once I stop talking" stops no music.
            "stop" or "stops" when index > 0 && text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "i" or "we" or "he" or "she" or "they" or "you" => token with { Concept = Concept.Filler },
            // "a smaller line 'Pastor Kim'" is a line of text; 字幕白字黑底 is about the captions.
            "line" when next?.Kind == TokenKind.Quote && !tokens.Exists(t => t.Concept is Concept.Captions or Concept.Lyrics) => token with { Concept = Concept.Title },
            // "put a copyright line at the bottom: © 2026".
            "line" when tokens.Exists(t => t.Concept == Concept.Add) && tokens.FindIndex(index, t => t.Kind == TokenKind.Colon) > index && !tokens.Exists(t => t.Concept is Concept.Captions or Concept.Lyrics) => token with { Concept = Concept.Title },
            // "the title covers my face" names no picture.
            "covers" or "covering" when token.Concept == Concept.Cover && index > 0 && (Clause.SubjectOf(tokens[index - 1].Concept) is Subject.Title or Subject.Captions or Subject.Logo or Subject.Visual || tokens[index - 1].Concept == Concept.It) => token with { Kind = TokenKind.Word, Concept = Concept.Filler },
            // "a round picture" shows no circle of sound.
            "round" or "rounded" or "circular" when next is not null && ((next.Concept == Concept.Filler && index + 2 < tokens.Count && tokens[index + 2].Concept == Concept.CornerWord) || next.Concept is Concept.Image or Concept.Cover or Concept.Logo or Concept.CornerWord || text[next.Start..next.End].ToLowerInvariant() is "corners" or "edges" or "ends" or "caps" or "tips") => token with { Kind = TokenKind.Unknown, Concept = Concept.None, Style = default },
            // "move the title 2 lines up".
            "lines" or "line" when token.Concept == Concept.Line && index > 0 && tokens[index - 1].Kind == TokenKind.Number && next?.Concept is Concept.Upward or Concept.Downward or Concept.TurnUp or Concept.TurnDown => token with { Concept = Concept.Filler, Style = default },
            // "split long caption lines".
            "line" or "lines" when token.Concept == Concept.Line && tokens.Exists(t => t.Concept is Concept.Captions or Concept.Lyrics) && !tokens.Exists(t => t.Concept is Concept.Waveform or Concept.Bars or Concept.Change) => token with { Concept = Concept.LineWord, Style = default },
            "on" when next?.Kind == TokenKind.Time => token with { Kind = TokenKind.Word, Concept = Concept.At },
            // "add a second line below saying 'with Omar'".
            "line" when index > 0 && tokens.Exists(t => t.Kind == TokenKind.Quote) && tokens.Exists(t => t.Concept is Concept.Called or Concept.Add or Concept.Under) && (tokens[index - 1].Kind == TokenKind.Ordinal || tokens[index - 1].Concept == Concept.Another)
                && !tokens.Exists(t => t.Concept is Concept.Captions or Concept.Lyrics) => token with { Concept = Concept.Title },
            // "smaller text, two lines", "two lines max".
            "lines" when token.Concept == Concept.Line && index > 0 && tokens[index - 1].Kind == TokenKind.Number && !tokens.Exists(t => t.Concept is Concept.Waveform or Concept.Visuals) => token with { Concept = Concept.LineWord, Style = default },
            // "the first line comes too early": of the text.
            "line" or "lines" when token.Concept == Concept.Line && index > 0 && (tokens[index - 1].Kind == TokenKind.Ordinal || tokens[index - 1].Concept is Concept.First or Concept.Last) && !tokens.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Waveform or Concept.Bars or Concept.Change or Concept.Add) => token with { Concept = Concept.LineWord, Style = default },
            "字" or "字号" or "字体大小" when token.Concept == Concept.Title && tokens.Exists(t => t.Concept == Concept.Captions) => token with { Concept = Concept.Filler },
            // 字再粗一点: bold letters, not larger ones.
            "粗一点" or "粗点" or "粗些" or "更粗" or "再粗点" or "加粗" or "粗" or "粗啲" or "厚一点" or "厚点" when token.Concept == Concept.Taller && tokens.Exists(t => t.Concept is Concept.Title or Concept.Captions or Concept.Lyrics) && !tokens.Exists(t => Clause.SubjectOf(t.Concept) == Subject.Visual) => token with { Concept = Concept.Bold },
            // 字幕 白 黑边: the edge of the letters.
            "黑边" or "白边" when token.Concept == Concept.Letterbox && tokens.Exists(t => t.Concept is Concept.Captions or Concept.Title or Concept.Lyrics) => token with { Concept = Concept.Outline },
            // 音乐加大20%: louder, not larger.
            "加大" or "放大" or "调大" or "加大点" when token.Concept == Concept.Bigger && tokens.Exists(t => t.Concept is Concept.Music or Concept.Voice or Concept.Volume) && !tokens.Exists(t => Clause.SubjectOf(t.Concept) != Subject.None) => token with { Concept = Concept.Louder },
            // 图片4秒换一张.
            "换一张" or "换一次" or "切一张" when index > 0 && tokens[index - 1].Kind == TokenKind.Duration => token with { Kind = TokenKind.Word, Concept = Concept.Each },
            // "a black screen", 纯黑画面.
            "screen" or "frame" or "canvas" or "画面" when index > 0 && tokens[index - 1].Kind == TokenKind.Color && !tokens.Exists(t => Clause.SubjectOf(t.Concept) == Subject.Background) => token with { Kind = TokenKind.Word, Concept = Concept.Background },
            // "this underneath, very low".
            "low" when IsLevelAlone(text, tokens) || tokens.Exists(t => t.Concept is Concept.Music or Concept.Under or Concept.WhileSpeaking || WordLists.Softly.Contains(text[t.Start..t.End])) && tokens.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None) => token with { Kind = TokenKind.Word, Concept = Concept.Quieter },
            "back" or "the back" when tokens.Exists(t => t.IsTime) && tokens.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim) => token with { Kind = TokenKind.Word, Concept = Concept.End },
            // "put the picture back".
            "back" when next is null && tokens.Exists(t => t.Concept is Concept.Add or Concept.Change or Concept.Move) => token with { Kind = TokenKind.Word, Concept = Concept.Filler },
            // "both a bit muted" is about colors.
            "muted" when index > 0 && (WordLists.Excesses.Contains(text[tokens[index - 1].Start..tokens[index - 1].End]) || text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "more" or "less") => token with { Kind = TokenKind.Unknown, Concept = Concept.None },
            // "use this song as background at 25%".
            "background" or "背景" or "bg" when tokens.Exists(t => t.Concept == Concept.Voice && text[t.Start..t.End].ToLowerInvariant() is "song" or "track" or "歌" or "歌曲" or "这首歌") && !tokens.Exists(t => t.Kind is TokenKind.Color or TokenKind.File || t.Concept is Concept.Image or Concept.Cover or Concept.Gradient) => token with { Concept = Concept.Under },
            // "at a quarter of the volume".
            "quarter" or "四分之一" when tokens.Exists(t => t.Concept == Concept.Volume) => token with { Kind = TokenKind.Factor, Concept = Concept.None, Value = 0.25 },
            "third" or "三分之一" when tokens.Exists(t => t.Concept == Concept.Volume) => token with { Kind = TokenKind.Factor, Concept = Concept.None, Value = Math.Round(1 / 3.0, 3) },
            // 只要改小.
            "只要" or "只想要" or "只需要" when next?.Concept == Concept.Change => token with { Kind = TokenKind.Word, Concept = Concept.Filler },
            // "the captions are not right".
            "right" when next is null && index > 0 && text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "not" or "is" or "are" or "isnt" or "isn't" or "arent" or "aren't" or "quite" or "looks" or "look" => token with { Kind = TokenKind.Unknown, Concept = Concept.None },
            // 后面十秒是废话.
            "废话" when tokens.Exists(t => t.IsTime) => token with { Concept = Concept.Useless },
            // "320 wide" is no shape.
            "wide" or "high" or "tall" or "pixels wide" when index > 0 && tokens[index - 1].Kind == TokenKind.Number => token with { Kind = TokenKind.Unknown, Concept = Concept.None, Start = tokens[index - 1].Start, Length = token.End - tokens[index - 1].Start },
            "on" when IsGround(tokens, index) => token with { Concept = Concept.Background },
            // 快了四分之一, "by a third": how much.
            "quarter" or "四分之一" when tokens.Exists(IsCompared) => token with { Kind = TokenKind.Percent, Concept = Concept.None, Value = 0.25 },
            "third" or "三分之一" when tokens.Exists(IsCompared) => token with { Kind = TokenKind.Percent, Concept = Concept.None, Value = 1 / 3.0 },
            // 标题换个位置: somewhere else, not in the place of another.
            "换个位置" or "换位置" or "换一下位置" when tokens.Exists(t => Clause.SubjectOf(t.Concept) is Subject.Title or Subject.Logo or Subject.Captions or Subject.Visual) && !tokens.Exists(t => t.Kind is TokenKind.Number or TokenKind.Ordinal || t.Concept is Concept.AllOf or Concept.And || WordLists.Both.Contains(text[t.Start..t.End])) => token with { Concept = Concept.Move },
            // 放大一倍 is twice as large.
            "一倍" when token.Kind == TokenKind.Factor && index > 0 && tokens[index - 1].Concept is Concept.Bigger or Concept.Taller or Concept.Louder => token with { Value = 2 },
            _ => token,
        };
    }

    /// <summary>"very low" after a clause about the music.</summary>
    private static bool IsLevelAlone(string text, List<Token> tokens) => tokens.TrueForAll(t => t.Concept is Concept.Filler or Concept.Volume or Concept.It or Concept.At or Concept.Keep or Concept.Change || text[t.Start..t.End].Equals("low", StringComparison.OrdinalIgnoreCase));

    private static bool IsCompared(Token token) => token.Concept is Concept.Faster or Concept.Slower or Concept.Bigger or Concept.Smaller or Concept.Louder or Concept.Quieter or Concept.Taller or Concept.Thinner;

    /// <summary>A color after "on", where the picture of the sound went before and nothing else is behind.</summary>
    private static bool IsGround(List<Token> tokens, int index)
    {
        var ground = tokens.FindIndex(index + 1, t => t.Concept != Concept.Filler);
        return ground >= 0 && tokens[ground].Kind == TokenKind.Color && tokens.Take(index).Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual)
            && !tokens.Exists(t => t.Concept is Concept.Background or Concept.BackgroundImage or Concept.Plate or Concept.Image or Concept.Captions or Concept.Logo or Concept.Gradient);
    }

    private static bool IsPartOfTime(List<Token> tokens) => tokens.Exists(t => t.IsTime) && tokens.Exists(t => t.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.To)
        && tokens.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind != TokenKind.Quote && t.Concept is not Concept.Music);
}
