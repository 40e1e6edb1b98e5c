using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;

namespace NemoBot.LocalNemo.Turns;

/// <summary>The built-in interpreter alone.</summary>
internal sealed class BuiltInReader : IMessageReader
{
    public Task<Interpretation> ReadAsync(Situation situation, CancellationToken cancellationToken) => Task.FromResult(Interpreter.Read(situation));
}
