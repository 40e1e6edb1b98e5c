using System.Reflection;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Contracts;

/// <summary>A platform without the suite could break every promise unnoticed.</summary>
public sealed class EveryPlatformHasItsSuiteTests
{
    [Fact]
    public void Every_platform_of_the_product_has_its_contract_suite()
    {
        var suites = typeof(ChatPlatformContract).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ChatPlatformContract)) && !t.IsAbstract)
            .Select(t => t.GetCustomAttribute<PlatformSuiteAttribute>()?.Platform)
            .ToHashSet();
        var without = Directory.GetFiles(AppContext.BaseDirectory, "NemoBot*.dll")
            .Select(f => Assembly.Load(Path.GetFileNameWithoutExtension(f)))
            .Where(a => a != typeof(ChatPlatformContract).Assembly)
            .SelectMany(a => a.GetTypes())
            .Where(t => typeof(IChatPlatform).IsAssignableFrom(t) && t is { IsInterface: false, IsAbstract: false })
            .Where(t => !suites.Contains(t))

            // One conversation of one person with no service behind it: nothing of the suite applies. MakeVerbTests runs it as a process.
            .Where(t => t != typeof(NemoBot.Terminal.ConsolePlatform))

            // Passes every call on to a platform that has its suite.
            .Where(t => t != typeof(NemoBot.Core.Status.GuardedPlatform))
            .Select(t => t.FullName);
        Assert.Empty(without);
    }
}
