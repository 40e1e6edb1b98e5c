using System.Runtime.CompilerServices;
using NemoBot.LocalNemo.Captioning.Fonts;

namespace NemoBot.Checking;

/// <summary>Whether titles and captions can be drawn in every script.</summary>
internal sealed class FontCheck(IFontCoverage fonts) : ICheck
{
    /// <summary>A few letters of each script that people are likely to use.</summary>
    private const string Letters = "Aéß Ωλ Жщ אב عر कख কখ ਕਖ કખ தழ తె ಕನ മല ගස ไท ລາ བོ မြ ქა አማ ខ្ម Հա 汉字 かナ 한글 🎉";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var missing = await fonts.FindMissingAsync(Letters, cancellationToken).ConfigureAwait(false);
        if (missing.Count == 0)
        {
            yield return Finding.Ok("fonts", "all scripts can be drawn");
        }

        foreach (var package in missing.GroupBy(m => m.Package))
        {
            yield return Finding.Warn("fonts", $"{string.Join(", ", package.Select(m => m.Name))} cannot be drawn; install {package.Key}");
        }
    }
}
