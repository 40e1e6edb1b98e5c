using System.Collections.Frozen;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>The platforms that are switched on, by name.</summary>
internal sealed class PlatformDirectory(IEnumerable<IChatPlatform> platforms)
{
    private readonly FrozenDictionary<string, IChatPlatform> _byName = platforms.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);

    public IReadOnlyList<IChatPlatform> All => _byName.Values;

    /// <summary>False for a conversation of a platform that was switched off since.</summary>
    public bool Has(ConversationKey conversation) => _byName.ContainsKey(conversation.Platform);

    public IChatPlatform For(ConversationKey conversation) => _byName.TryGetValue(conversation.Platform, out var platform)
        ? platform
        : throw new InvalidOperationException($"The platform {conversation.Platform} is not switched on.");
}
