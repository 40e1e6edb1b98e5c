using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Rendering;

/// <summary>Section <c>NemoBot:Delivery</c>: how finished videos are posted.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The part of a platform's limit that a fitted video aims at; the rest is for the envelope of the upload.</summary>
    [Range(0.5, 1)]
    public double FitTarget { get; set; } = 0.97;
}
