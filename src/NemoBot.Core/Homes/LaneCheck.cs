using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;

namespace NemoBot.Core.Homes;

/// <summary>Refuses to show anything in a conversation that another process has taken over.</summary>
internal sealed class LaneCheck(ILaneGuard guard, TimeProvider clock)
{
    private const int Checks = 3;

    /// <summary>An answer that took longer may be from before the process was frozen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    /// <exception cref="LaneLostException">Another process has the conversation; the refusal is counted.</exception>
    public async Task RequireAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        for (var check = 1; check <= Checks; check++)
        {
            var asked = clock.GetTimestamp();
            if (await guard.IsTakenAsync(conversation, cancellationToken).ConfigureAwait(false))
            {
                BotMetrics.StaleWrite();
                throw new LaneLostException();
            }

            if (clock.GetElapsedTime(asked) < Fresh)
            {
                return;
            }
        }
    }
}
