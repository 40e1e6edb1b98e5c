using System.Text.Json.Serialization;

namespace NemoBot.Discord.Wire;

/// <summary>Discord's JSON: snake case, ids as strings, null omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChannelPatch))]
[JsonSerializable(typeof(DirectBody))]
[JsonSerializable(typeof(InteractionReply))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(WireApplication))]
[JsonSerializable(typeof(WireChannel))]
[JsonSerializable(typeof(WireError))]
[JsonSerializable(typeof(WireGatewayBot))]
[JsonSerializable(typeof(WireGuild))]
[JsonSerializable(typeof(WireHello))]
[JsonSerializable(typeof(WireInteraction))]
[JsonSerializable(typeof(WireMember))]
[JsonSerializable(typeof(WireMessage))]
[JsonSerializable(typeof(WireReady))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(IReadOnlyList<WireMessage>))]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>))]
internal sealed partial class DiscordJson : JsonSerializerContext;
