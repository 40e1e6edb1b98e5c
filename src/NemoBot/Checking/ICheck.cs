namespace NemoBot.Checking;

/// <summary>Checks one thing that the bot depends on, without changing anything.</summary>
internal interface ICheck
{
    /// <summary>Yields what was found, at least one line.</summary>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}
