using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads "why is the photo cut on the side?", 为什么照片两边被裁了: a question about the edges of the picture, no cut of the video.</summary>
internal static partial class CropQuestions
{
    private const int Longest = 80;

    /// <summary>Reads and claims the question; false leaves the message to the readers.</summary>
    public static bool Read(Reading reading)
    {
        var text = reading.Situation.Text.Trim();
        if (text.Length > Longest || !reading.ShowsPictures || !WhyCropped().IsMatch(CleanText.Simplified(text)))
        {
            return false;
        }

        reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        reading.Add(new Ask(Question.Cropped), Subject.Background);
        return true;
    }

    [GeneratedRegex(
        @"^(?:so |but |hey )?(?:why|how come)\b[^.;]*\b(?:photo|foto|picture|image|pic|cover|art(?:work)?|face|head)s?\b[^.,;]*\b(?:cut|cropped|chopped|missing|cuts?|sliced)\b(?! (?:short|at \d|after))[^.,;]*$"
        + @"|^(?:so |but |hey )?(?:why|how come) is it (?:cut|cropped|chopped)(?: off)? (?:on|at|off at|off on) (?:the |one |both )?(?:left|right|side|edge|top|bottom)s?\W*$"
        + "|^(?:为什么|为啥|怎么|咋)[^，。]{0,6}(?:图片?|照片|封面|相片|头)[^，。]{0,8}(?:被?(?:切|裁|剪)|少了|不完整|没显示[完全]|缺了|只有一半)"
        + "|^(?:图片?|照片|封面|相片)(?:为什么|为啥|怎么|咋)[^，。]{0,8}(?:被?(?:切|裁|剪)|少了|不完整|没显示[完全]|缺了|只有一半)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhyCropped();
}
