namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>What an event did.</summary>
/// <param name="TakeUp">The time until every busy conversation of the instance had a new owner.</param>
/// <param name="Lanes">How many there were.</param>
/// <param name="Interrupted">Conversations of healthy instances that another one took.</param>
internal sealed record ChaosResult(TimeSpan TakeUp, int Lanes, IReadOnlyList<string> Interrupted);
