using NemoBot.Cluster.Placement;
using Xunit;

namespace NemoBot.Tests.Cluster;

public sealed class RendezvousTests
{
    private static readonly string[] Three = ["a", "b", "c"];

    [Fact]
    public void Keys_are_spread_evenly_and_only_those_of_a_lost_place_move()
    {
        var keys = Enumerable.Range(0, 600).Select(i => $"web:room {i}").ToList();
        var before = keys.ToDictionary(k => k, k => RendezvousHash.Choose(k, Three)!);
        Assert.All(Three, p => Assert.InRange(before.Values.Count(v => v == p), 160, 240));
        Assert.All(keys.Where(k => before[k] != "c"), k => Assert.Equal(before[k], RendezvousHash.Choose(k, ["b", "a"])));
    }

    [Fact]
    public void Numbered_works_get_equal_shares()
    {
        var shares = Enumerable.Range(0, 9).GroupBy(n => RendezvousHash.Choose($"session.{n}", Three));
        Assert.Equal([3, 3, 3], shares.Select(s => s.Count()));
    }

    [Fact]
    public void Nowhere_is_no_place() => Assert.Null(RendezvousHash.Choose("key", []));
}
