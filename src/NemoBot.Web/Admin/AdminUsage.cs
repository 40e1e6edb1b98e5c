namespace NemoBot.Web.Admin;

/// <summary>What takes space on the disk.</summary>
/// <param name="Name">What.</param>
/// <param name="Bytes">How much.</param>
public sealed record AdminUsage(string Name, long Bytes);
