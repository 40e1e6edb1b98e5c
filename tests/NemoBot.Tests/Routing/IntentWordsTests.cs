using NemoBot.Core.Requests.Intents;
using Xunit;

namespace NemoBot.Tests.Routing;

public sealed class IntentWordsTests
{
    [Theory]
    [InlineData("please export it ok", "export it")]
    [InlineData("hey nemo export", "export")]
    [InlineData("export please it", "export please it")]
    [InlineData("please", "")]
    [InlineData("please ok", "")]
    [InlineData("export", "export")]
    [InlineData("", "")]
    public void Courtesies_are_taken_from_both_ends_only(string words, string left) =>
        Assert.Equal(left, IntentWords.WithoutPoliteEnds(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("please pls plz kindly hey hi hello")]
    [InlineData("nemo nemobot bot ok okay so well now thanks thx then")]
    public void Each_courtesy_is_one(string words)
    {
        Assert.All(words.Split(' '), word => Assert.Equal("undo", IntentWords.WithoutPoliteEnds([word, "undo", word])));
    }
}
