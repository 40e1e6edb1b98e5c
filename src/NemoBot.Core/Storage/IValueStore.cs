namespace NemoBot.Core.Storage;

/// <summary>Small values of the bot as a whole: counters of budgets, pairing codes, people who were paired. Names have at most 200 characters.</summary>
public interface IValueStore
{
    /// <summary>Reads a value; null if it was never set or has been deleted. An expired value may still be returned.</summary>
    Task<string?> GetValueAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads several values and replaces them, in one transaction.</summary>
    /// <param name="names">Different names.</param>
    /// <param name="change">
    /// Maps the present values, in the order of the names and null where there is none, to the new ones; null deletes a value. Returns null
    /// to write nothing. Must be pure.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the values were written.</returns>
    Task<bool> UpdateValuesAsync(
        IReadOnlyList<string> names, Func<IReadOnlyList<string?>, IReadOnlyList<ExpiringValue?>?> change, CancellationToken cancellationToken);
}
