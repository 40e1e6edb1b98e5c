using NemoBot.LocalNemo.Language.Rewording;
using NemoBot.LocalNemo.Language.Words;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The table of Chinese idioms: each rule is shown with something that it rewrites.</summary>
public sealed class ChineseIdiomTests
{
    [Fact]
    public void Every_idiom_is_found_in_what_is_said_with_it() =>
        Assert.Empty(ChineseIdioms.All.Where(i => !i.Pattern.IsMatch(CleanText.Folded(i.Said))).Select(i => i.Said));
}
