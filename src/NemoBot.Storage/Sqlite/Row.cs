using Microsoft.Data.Sqlite;

namespace NemoBot.Storage.Sqlite;

/// <summary>The current row of a reader, by column name: a column that a later version adds disturbs nobody.</summary>
internal readonly struct Row(SqliteDataReader reader)
{
    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public string? TextOrNull(string column) => IsNull(column) ? null : Text(column);

    public long Number(string column) => reader.GetInt64(reader.GetOrdinal(column));

    public long? NumberOrNull(string column) => IsNull(column) ? null : Number(column);

    public int Int(string column) => reader.GetInt32(reader.GetOrdinal(column));

    public int? IntOrNull(string column) => IsNull(column) ? null : Int(column);

    public bool Flag(string column) => Number(column) != 0;

    public T Choice<T>(string column)
        where T : struct, Enum => Enum.Parse<T>(Text(column));

    public DateTimeOffset Time(string column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column));

    public DateTimeOffset? TimeOrNull(string column) => IsNull(column) ? null : Time(column);

    private bool IsNull(string column) => reader.IsDBNull(reader.GetOrdinal(column));
}
