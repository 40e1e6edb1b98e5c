using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>One of several processes, and what it does there.</summary>
public sealed class ClusterOptionsTests
{
    [Theory]
    [InlineData("chat,receive,render", "chat receive render")]
    [InlineData("chat, render,", "chat render")]
    [InlineData("", "")]
    public void Roles_are_named_one_by_one(string roles, string expected)
    {
        var options = new ClusterOptions { Roles = roles };
        Assert.Equal(expected, string.Join(' ', options.SplitRoles()));
        Assert.Equal(expected.Contains("chat", StringComparison.Ordinal), options.Has(ClusterOptions.ChatRole));
        Assert.Equal(expected.Contains("receive", StringComparison.Ordinal), options.Has(ClusterOptions.ReceiveRole));
    }

    [Fact]
    public void A_process_is_one_of_several_once_it_has_a_database_and_does_everything_unless_told_otherwise()
    {
        Assert.False(new ClusterOptions().IsOn);
        Assert.False(new ClusterOptions { Database = " " }.IsOn);
        Assert.True(new ClusterOptions { Database = "Host=db" }.IsOn);
        Assert.Equal(["chat", "receive", "render"], new ClusterOptions().SplitRoles());
        Assert.True(new ClusterOptions().RefuseStaleWrites);
    }
}
