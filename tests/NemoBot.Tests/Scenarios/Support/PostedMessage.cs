using NemoBot.Core.Platforms;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>A message of the bot as the people in the chat see it, with all it looked like before.</summary>
public sealed class PostedMessage(string id, OutboundMessage first)
{
    /// <summary>Replaced as a whole: tests read while the bot edits.</summary>
    private volatile OutboundMessage[] _looks = [first];

    public string Id { get; } = id;

    public OutboundMessage Now => _looks[^1];

    public string Text => Now.Text;

    public IReadOnlyList<OutboundMessage> Looks => _looks;

    public IEnumerable<string> Labels => Now.Buttons.Select(b => b.Label);

    public void Edit(OutboundMessage next) => _looks = [.. _looks, next];
}
