using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Budgets;

/// <summary>
/// Section <c>NemoBot:Budget</c>: what one person, one chat and everyone together may use. 0: unlimited. What is used survives restarts.
/// </summary>
public sealed class BudgetOptions
{
    /// <summary>Requests of one person in any <see cref="RequestWindow"/>, over all chats of a platform.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerPerson { get; set; } = 60;

    /// <summary>Requests in one chat in any <see cref="RequestWindow"/>.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerChat { get; set; }

    /// <summary>Requests of everyone in any <see cref="RequestWindow"/>.</summary>
    [Range(0, 1_000_000)]
    public int Requests { get; set; }

    /// <summary>The time over which requests are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan RequestWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Minutes of rendered video for one person in any <see cref="VideoWindow"/>.</summary>
    [Range(0, 1_000_000)]
    public int MinutesPerPerson { get; set; }

    /// <summary>Minutes of rendered video in one chat in any <see cref="VideoWindow"/>.</summary>
    [Range(0, 1_000_000)]
    public int MinutesPerChat { get; set; }

    /// <summary>Minutes of rendered video for everyone in any <see cref="VideoWindow"/>.</summary>
    [Range(0, 1_000_000)]
    public int Minutes { get; set; }

    /// <summary>The time over which minutes of video are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan VideoWindow { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Credits of the bot's own account that one person may use in any <see cref="CreditWindow"/>.</summary>
    [Range(0, long.MaxValue)]
    public long CreditsPerPerson { get; set; }

    /// <summary>Credits of the bot's own account that may be used in one chat in any <see cref="CreditWindow"/>.</summary>
    [Range(0, long.MaxValue)]
    public long CreditsPerChat { get; set; }

    /// <summary>Credits of the bot's own account that everyone together may use in any <see cref="CreditWindow"/>.</summary>
    [Range(0, long.MaxValue)]
    public long Credits { get; set; }

    /// <summary>The time over which credits are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "90.00:00:00")]
    public TimeSpan CreditWindow { get; set; } = TimeSpan.FromDays(1);
}
