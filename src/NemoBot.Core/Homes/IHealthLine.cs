namespace NemoBot.Core.Homes;

/// <summary>A line of the health answer about something that not every process has.</summary>
public interface IHealthLine
{
    /// <summary>What it is about.</summary>
    string Name { get; }

    /// <summary>Its state in a few words; never holds a secret.</summary>
    string State { get; }
}
