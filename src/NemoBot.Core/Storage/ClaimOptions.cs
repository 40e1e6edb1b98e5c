using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Storage;

/// <summary>Section <c>NemoBot:Claims</c>: how a process marks what it works on, so that another one on the same store leaves it alone.</summary>
public sealed class ClaimOptions
{
    /// <summary>Names this process in the store; the same after a restart. Several processes on one store need different names.</summary>
    [Required]
    public string Instance { get; set; } = "nemobot";

    /// <summary>How long the claim on a turn, a render or a pending reply holds without being renewed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
