using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Understands messages.</summary>
internal interface IMessageReader
{
    /// <summary>What a message asks for.</summary>
    Task<Interpretation> ReadAsync(Situation situation, CancellationToken cancellationToken);
}
