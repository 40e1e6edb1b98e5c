using LiteDB;
using LiteDB.Engine;

namespace NemoBot.Storage.LiteDb.Engine;

/// <summary>
/// Documents by collection, on the engine thread. Expressions are parsed once and their parameters set for each call: LiteDB spends
/// most of the time of a point read on parsing, and keeps every expression with a literal in it for ever.
/// </summary>
internal sealed class Session
{
    private readonly LiteEngine _engine;
    private readonly Dictionary<string, BsonExpression> _expressions = new(StringComparer.Ordinal);

    private readonly Counters _counters;

    public Session(LiteEngine engine)
    {
        _engine = engine;
        _counters = new Counters(this);
    }

    /// <summary>Called with collection and id of every document that is written or deleted.</summary>
    public Action<string, BsonValue>? Changed { get; set; }

    /// <summary>The document with an id.</summary>
    public BsonDocument? Get(string collection, BsonValue id) => First(collection, "_id", id);

    /// <summary>A document with a value in an indexed field.</summary>
    public BsonDocument? First(string collection, string field, BsonValue value)
    {
        var where = Expression($"$.{field} = @0");
        where.Parameters["0"] = value;
        return Read(collection, new Query { Where = { where }, Limit = 1 }) is [var found] ? found : null;
    }

    /// <summary>Documents with an indexed field within bounds, both included, in order of the field.</summary>
    public List<BsonDocument> Range(string collection, string field, BsonValue from, BsonValue to, int limit = int.MaxValue, bool descending = false)
    {
        if (limit <= 0)
        {
            return [];
        }

        var where = Expression($"$.{field} BETWEEN @0 AND @1");
        where.Parameters["0"] = from;
        where.Parameters["1"] = to;
        return Read(collection, new Query
        {
            Where = { where },
            OrderBy = Expression($"$.{field}"),
            Order = descending ? Query.Descending : Query.Ascending,
            Limit = limit,
        });
    }

    /// <summary>All documents of a small collection in order of id.</summary>
    public List<BsonDocument> All(string collection) => Range(collection, "_id", BsonValue.MinValue, BsonValue.MaxValue);

    /// <summary>The next documents after an id, in order of id.</summary>
    public List<BsonDocument> After(string collection, BsonValue id, int limit)
    {
        var where = Expression("$._id > @0");
        where.Parameters["0"] = id;
        return Read(collection, new Query { Where = { where }, OrderBy = Expression("$._id"), Limit = limit });
    }

    /// <summary>Reads every document of a collection and counts them.</summary>
    public int Count(string collection)
    {
        var count = 0;
        using var reader = _engine.Query(collection, new Query());
        while (reader.Read())
        {
            count += reader.Current.IsDocument ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds a document.</summary>
    public void Insert(string collection, BsonDocument document)
    {
        _engine.Insert(collection, [document], BsonAutoId.Int64);
        Changed?.Invoke(collection, document["_id"]);
    }

    /// <summary>Replaces a document.</summary>
    /// <returns>False if there is none with this id.</returns>
    public bool Update(string collection, BsonDocument document)
    {
        var found = _engine.Update(collection, [document]) > 0;
        Changed?.Invoke(collection, document["_id"]);
        return found;
    }

    /// <summary>Adds or replaces a document.</summary>
    /// <returns>True if it was added.</returns>
    public bool Upsert(string collection, BsonDocument document)
    {
        var isNew = _engine.Upsert(collection, [document], BsonAutoId.Int64) > 0;
        Changed?.Invoke(collection, document["_id"]);
        return isNew;
    }

    /// <summary>Deletes a document.</summary>
    /// <returns>False if there was none.</returns>
    public bool Delete(string collection, BsonValue id)
    {
        var found = _engine.Delete(collection, [id]) > 0;
        Changed?.Invoke(collection, id);
        return found;
    }

    /// <summary>The next value of a counter, which never gives the same value twice.</summary>
    public long Next(string counter) => _counters.Next(counter);

    /// <summary>Adds an index to a collection unless it has it.</summary>
    public void EnsureIndex(string collection, string field, bool isUnique = false) =>
        _engine.EnsureIndex(collection, field, BsonExpression.Create($"$.{field}"), isUnique);

    /// <summary>Version of the schema in this file.</summary>
    public int Version
    {
        get => _engine.Pragma("USER_VERSION").AsInt32;
        set => _engine.Pragma("USER_VERSION", value);
    }

    /// <summary>Names of all collections.</summary>
    public List<string> Collections() => [.. Read("$cols", new Query()).Where(c => c["type"].AsString == "user").Select(c => c["name"].AsString)];

    /// <summary>Begins a transaction on this thread.</summary>
    public void Begin()
    {
        if (!_engine.BeginTrans())
        {
            throw new LiteException(0, "A transaction is open already.");
        }
    }

    /// <summary>Commits. Nothing is durable before the log is sealed.</summary>
    public void Commit()
    {
        _counters.Flush();
        if (!_engine.Commit())
        {
            throw new LiteException(0, "The transaction was not committed.");
        }
    }

    /// <summary>Rolls back whatever is open.</summary>
    public void Rollback()
    {
        _counters.Reset();
        _engine.Rollback();
    }

    private List<BsonDocument> Read(string collection, Query query)
    {
        var documents = new List<BsonDocument>();
        using var reader = _engine.Query(collection, query);
        while (reader.Read())
        {
            documents.Add(reader.Current.AsDocument);
        }

        return documents;
    }

    private BsonExpression Expression(string source)
    {
        if (!_expressions.TryGetValue(source, out var expression))
        {
            _expressions[source] = expression = BsonExpression.Create(source);
        }

        return expression;
    }
}
