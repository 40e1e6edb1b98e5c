using System.Xml;
using System.Xml.Linq;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Moving;

/// <summary>Copies the keys that encrypt tokens: without them people would have to connect their accounts again.</summary>
internal static class KeyCopy
{
    /// <exception cref="StoreException">A file is not a key.</exception>
    public static async Task RunAsync(PostgresSession session, string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml") : [])
        {
            try
            {
                await KeyRows.CopyAsync(session, Path.GetFileNameWithoutExtension(file), XElement.Load(file)).ConfigureAwait(false);
            }
            catch (XmlException exception)
            {
                throw new StoreException(StoreProblem.Corrupt, $"The key file {file} is damaged: move it away; accounts that it encrypts have to be connected again.", exception);
            }
        }
    }
}
