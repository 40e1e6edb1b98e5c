using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>A property that is added to a record must be in its sample, or no suite would notice that a store forgets it.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> FullSamples => [.. Full.Keys];

    private static Dictionary<string, object> Full { get; } = new()
    {
        ["conversation"] = Samples.FullConversation(new ConversationKey("web", "a")),
        ["turn"] = Samples.FullTurn(new ConversationKey("web", "a"), "1") with { Id = 1 },
        ["message"] = Samples.FullTurn(new ConversationKey("web", "a"), "1").Message,
        ["draft"] = Samples.FullDraft(new ConversationKey("web", "a")),
        ["render"] = Samples.FullRender(new ConversationKey("web", "a"), "render_1"),
        ["ending"] = Samples.FullEnding(new ConversationKey("web", "a")) with { Id = 1 },
        ["account"] = Samples.FullAccount("own-1"),
    };

    [Theory]
    [MemberData(nameof(FullSamples))]
    public void Every_property_of_a_full_sample_differs_from_its_default(string name)
    {
        var sample = Full[name];
        var empty = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(sample.GetType());
        var forgotten = sample.GetType().GetProperties()
            .Where(p => p.CanWrite && IsSame(p.GetValue(sample), p.GetValue(empty)) && p.Name is not ("IsAdministrator" or "AutoRender"))
            .Select(p => p.Name);
        Assert.Empty(forgotten);
    }

    private static bool IsSame(object? value, object? initial) => value is null || Equals(value, initial);
}
