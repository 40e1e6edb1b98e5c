using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>Exceptions by the name that a written conversation gives them.</summary>
public static class Troubles
{
    private const int NoSpace = 28;

    public static Exception Named(string name) => name switch
    {
        "store-full" => new StoreException(StoreProblem.Full, "full"),
        "store-busy" => new StoreException(StoreProblem.Busy, "busy"),
        "vault" => new VaultException("vault", null),
        "disk-full" => new IOException("full", NoSpace),
        "too-large" => new AttachmentException(AttachmentProblem.TooLarge, 2048),
        "too-large-somehow" => new AttachmentException(AttachmentProblem.TooLarge),
        "gone" => new AttachmentException(AttachmentProblem.Gone),
        "unreachable" => new AttachmentException(AttachmentProblem.Unreachable),
        "wrapped" => new IOException("wrapped", new AttachmentException(AttachmentProblem.Unreachable)),
        "timed-out" => new MediaException(MediaProblem.TimedOut, "slow"),
        "unavailable" => new BackendException(new BackendError(BackendErrorKind.Unavailable)),
        _ => new InvalidOperationException(name),
    };
}
