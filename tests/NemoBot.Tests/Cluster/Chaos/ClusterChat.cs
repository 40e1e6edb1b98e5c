using System.Globalization;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>One chat on one platform, whose person says one thing after another.</summary>
internal abstract class ClusterChat(string name)
{
    private readonly List<string> _said = [];

    /// <summary>What was said and accepted, in order.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>Says the next thing. Returns once it is accepted.</summary>
    /// <returns>What was said.</returns>
    public async Task<string> SayNextAsync()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"thing {_said.Count + 1} in {name} please");
        _said.Add(text);
        await SayAsync(text);
        return text;
    }

    /// <summary>The final answers, in order.</summary>
    public abstract Task<IReadOnlyList<string>> ReadFinalsAsync();

    /// <summary>What else the chat shows, for whoever looks for a missing answer.</summary>
    public virtual Task<string> DescribeRestAsync() => Task.FromResult("");

    protected abstract Task SayAsync(string text);
}
