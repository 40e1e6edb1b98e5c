using NemoBot.Tests.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace NemoBot.Tests.Support;

/// <summary>
/// Starts the classes that take longest first: the tests of a class follow each other, and a long class that begins last keeps one
/// processor busy while the others idle. Add a class or a room here when it takes over 20 s.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        "Host.Chaos.", "Host.ChatPlatformRunTests", "Host.StarvationTests", "Cluster.ClusterTests", "Host.ForgetRunTests", "Sound.MixerTests", "Host.", "Cluster.",
        "RealFiles.", "Rendering.", "LocalNemo.", "Hostile.", "Telegram.",
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Place(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place(string collection)
    {
        var place = Array.FindIndex(Longest, name => collection.Contains("NemoBot.Tests." + name, StringComparison.Ordinal));
        return place < 0 ? Longest.Length : place;
    }
}
