using System.Text.Json.Serialization;

namespace NemoBot.Maintenance;

/// <summary>The files of the request folder.</summary>
[JsonSerializable(typeof(MaintenanceRequest))]
[JsonSerializable(typeof(MaintenanceAnswer))]
internal sealed partial class MaintenanceJson : JsonSerializerContext;
