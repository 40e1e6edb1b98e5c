using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Budgets;

/// <summary>Section <c>NemoBot:Budget</c>: what one person or one chat may take of what all share. 0: as much as they like.</summary>
public sealed class BudgetOptions
{
    /// <summary>Requests of one person in any <see cref="RequestWindow"/>, over all chats of a platform.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerPerson { get; set; } = 60;

    /// <summary>The time over which requests are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan RequestWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Credits of the bot's own account that one person may use in any <see cref="CreditWindow"/>.</summary>
    [Range(0, long.MaxValue)]
    public long CreditsPerPerson { get; set; }

    /// <summary>Credits of the bot's own account that may be used in one chat in any <see cref="CreditWindow"/>.</summary>
    [Range(0, long.MaxValue)]
    public long CreditsPerChat { get; set; }

    /// <summary>The time over which credits are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan CreditWindow { get; set; } = TimeSpan.FromDays(1);
}
