using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Web;

/// <summary>A log in memory that outlives the servers of a test. Ids and sequence numbers are counted apart, as the interface allows.</summary>
internal sealed class InMemoryLog : IMessageLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, List<LoggedMessage>> _logs = [];
    private long _ids;
    private long _sequence;

    /// <summary>Called before every read of what comes after a place, with the place.</summary>
    public Action<long> BeforeRead { get; set; } = _ => { };

    public Task<LoggedMessage> AppendLogAsync(ConversationKey conversation, string json, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var message = new LoggedMessage(conversation, ++_ids, ++_sequence, 0, json);
            Of(conversation).Add(message);
            return Task.FromResult(message);
        }
    }

    public Task<LoggedMessage?> RewriteLogAsync(ConversationKey conversation, long id, string json, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var log = Of(conversation);
            var index = log.FindIndex(m => m.Id == id);
            if (index < 0)
            {
                return Task.FromResult<LoggedMessage?>(null);
            }

            log[index] = log[index] with { Sequence = ++_sequence, Edits = log[index].Edits + 1, Json = json };
            return Task.FromResult<LoggedMessage?>(log[index]);
        }
    }

    public Task<LoggedMessage?> GetLogAsync(ConversationKey conversation, long id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(Of(conversation).Find(m => m.Id == id));
        }
    }

    public Task<IReadOnlyList<LoggedMessage>> ReadLogAsync(ConversationKey conversation, int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<LoggedMessage>>([.. Of(conversation).TakeLast(count)]);
        }
    }

    public Task<IReadOnlyList<LoggedMessage>> ReadLogAfterAsync(
        ConversationKey conversation, long sequence, int count, CancellationToken cancellationToken)
    {
        BeforeRead(sequence);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<LoggedMessage>>(
                [.. Of(conversation).Where(m => m.Sequence > sequence).OrderBy(m => m.Sequence).Take(count)]);
        }
    }

    /// <summary>Forgets a conversation, as the store does.</summary>
    public void Clear(ConversationKey conversation)
    {
        lock (_gate)
        {
            _logs.Remove(conversation);
        }
    }

    private List<LoggedMessage> Of(ConversationKey conversation) =>
        _logs.TryGetValue(conversation, out var log) ? log : _logs[conversation] = [];
}
