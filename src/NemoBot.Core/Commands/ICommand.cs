using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Commands;

/// <summary>One command, typed, pressed or said in words.</summary>
internal interface ICommand
{
    /// <summary>The names it answers to, without the slash.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>True if it does not wait for what runs: it only looks, or it stops something.</summary>
    bool BypassesQueue { get; }

    /// <summary>True if a conversation can reserve it for its administrators.</summary>
    bool RequiresAdmin { get; }

    /// <returns>What to say; null if the command has ended the turn by itself.</returns>
    Task<Answer?> RunAsync(TurnContext context, CancellationToken cancellationToken);
}
