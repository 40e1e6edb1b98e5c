namespace NemoBot.Core.Status;

/// <summary>Section <c>NemoBot:Status</c>: how the status message keeps itself fresh.</summary>
public sealed class LiveStatusOptions
{
    /// <summary>How often elapsed time and expected progress are brought up to date.</summary>
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Without any news for this long the message says that work goes on.</summary>
    public TimeSpan StillWorkingAfter { get; set; } = TimeSpan.FromMinutes(2);
}
