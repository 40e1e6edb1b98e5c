using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using NemoBot.Storage.Postgres.Engine;
using NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Postgres;

/// <summary>The keys that encrypt tokens, shared by all instances.</summary>
internal sealed class PostgresKeyRepository(PostgresDatabase database) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() => Run(KeyRows.AllAsync);

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        Run(async session =>
        {
            await KeyRows.AddAsync(session, friendlyName, element).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>The interface is synchronous; a thread of the pool does the work, so that no context can be blocked.</summary>
    private T Run<T>(Func<PostgresSession, Task<T>> work) =>
        Task.Run(() => database.WriteAsync(work, CancellationToken.None)).GetAwaiter().GetResult();
}
