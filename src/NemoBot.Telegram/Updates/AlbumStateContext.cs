using System.Text.Json.Serialization;

namespace NemoBot.Telegram.Updates;

/// <summary>JSON metadata of <see cref="AlbumState"/>.</summary>
[JsonSerializable(typeof(AlbumState))]
internal sealed partial class AlbumStateContext : JsonSerializerContext;
