using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Understands messages.</summary>
internal interface IMessageReader
{
    /// <summary>What a message asks for.</summary>
    Task<Interpretation> ReadAsync(Situation situation, CancellationToken cancellationToken);
}
