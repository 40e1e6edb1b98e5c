using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Erasure;

/// <summary>What was deleted of a conversation, and what was not.</summary>
/// <param name="Contents">What the store held.</param>
/// <param name="Files">Files of the platform and of the embedded backend.</param>
/// <param name="HadAccount">An own account was linked.</param>
/// <param name="ServiceMayHold">A service holds sessions of the conversation and offers no way to delete them.</param>
/// <param name="IsUnreached">A backend that could delete its part did not answer.</param>
internal sealed record ErasureReceipt(ConversationContents Contents, ErasedFiles Files, bool HadAccount, bool ServiceMayHold, bool IsUnreached);
