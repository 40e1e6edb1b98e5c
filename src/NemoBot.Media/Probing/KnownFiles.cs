using System.Security.Cryptography;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>
/// Remembers what the last files are, by their content: one file passes through several hands under several names, and each asks again.
/// What cannot be read is tried anew.
/// </summary>
internal sealed class KnownFiles
{
    private const int Most = 200;

    /// <summary>Starting the tools takes less than reading a longer file once more.</summary>
    private const long MostBytes = 64 * 1024 * 1024;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MediaFacts> _facts = [];
    private readonly Queue<string> _order = [];

    /// <summary>The facts of a file, by <paramref name="inspect"/> if its content was not seen lately.</summary>
    public async Task<MediaFacts> GetAsync(string path, Func<Task<MediaFacts>> inspect, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            return await inspect().ConfigureAwait(false);
        }

        var content = await DescribeAsync(path, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            if (_facts.TryGetValue(content, out var known))
            {
                return known;
            }
        }

        var facts = await inspect().ConfigureAwait(false);
        Remember(content, facts);
        return facts;
    }

    /// <summary>The content, and the demuxer that is named for it: a name can ask for another one.</summary>
    private static async Task<string> DescribeAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var hash = await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false);
        return string.Join(' ', [Convert.ToHexString(hash), .. StillFormat.Of(path)]);
    }

    private void Remember(string content, MediaFacts facts)
    {
        lock (_gate)
        {
            if (!_facts.TryAdd(content, facts))
            {
                return;
            }

            _order.Enqueue(content);
            if (_order.Count > Most)
            {
                _facts.Remove(_order.Dequeue());
            }
        }
    }
}
