using System.Text.Json.Serialization;

namespace NemoBot.Telegram.Updates;

/// <summary>The JSON of <see cref="AlbumState"/>.</summary>
[JsonSerializable(typeof(AlbumState))]
internal sealed partial class AlbumStateContext : JsonSerializerContext;
