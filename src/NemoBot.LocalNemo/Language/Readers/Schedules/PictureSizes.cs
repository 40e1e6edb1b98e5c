using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>Reads "make the art 60% of the height" and 封面再大点 of a picture that stands beside the text: its size follows from the text.</summary>
internal static partial class PictureSizes
{
    private const int Longest = 120;

    /// <summary>Reads and claims the wish.</summary>
    public static void Read(Reading reading)
    {
        var text = CleanText.Simplified(CleanText.Of(reading.Situation.Text));
        var ground = reading.Project.Background;
        if (text.Length > Longest || !ground.IsPicture || reading.Project.Slides.Count > 0 || reading.Situation.BringsPicture)
        {
            return;
        }

        var said = Share().Match(text) is { Success: true } share ? share : Size().Match(text);
        if (said.Success && (Share().IsMatch(text) || ground.Side != HorizontalPlace.Middle))
        {
            // Another sentence may follow.
            reading.Clauses.Where(c => said.Value.Contains(c.Text, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(c => c.ClaimEverything());
            reading.Add(new Decline(Inability.PictureSize));
        }
    }

    [GeneratedRegex(@"^(?!.*\b(?:title|text|logo|wave\w*|bars?|caption\w*)\b).*\b(?:art(?:work)?|cover|album|picture|photo|pic|image)\b.*?(?:\d+ ?%|\bhalf|third|quarter) of the (?:height|width|frame|screen)|^(?:把)?(?:封面|图片?|照片|专辑图)[^字波标，。]{0,8}(?:占|到|为)[^，。]{0,6}(?:高度?|宽度?|画面|屏幕)的?[^，。]{0,8}(?:\d+ ?%|一半|成)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"^\W*(?:(?:the|my|make|can you|and|now|ok|please|a|bit|is|album|cover) )*(?:art(?:work)?|cover(?: art)?|picture|photo|pic|image)(?: (?:a|bit|little|much|is|looks|too|way|should|be|could|still))* (?:small|big|bigger|larger|smaller|large)\W*(?:make it (?:bigger|larger|smaller))?(?: please)?\W*(?:$|[.!] (?=\w))|^\W*(?:can you |could you |please )*(?:make|enlarge|want)(?: (?:the|a|my|album|bigger|larger|smaller))* (?:art(?:work)?|cover(?: art)?|picture|photo|pic|image)(?: (?:a|bit|little|much|lot|way|bigger|larger|smaller|please))*\W*(?:$|[.!] (?=\w))|^(?:把)?(?:封面|图片?|照片|专辑图?)(?:能不能|能|可以|可不可以|再|太|还|也|稍微|有点|要|弄|放|做|调|改|缩|变)*(?:大|小)(?:一?[点些])?(?:了|吧|吗)*\W*(?:$|[。！])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
