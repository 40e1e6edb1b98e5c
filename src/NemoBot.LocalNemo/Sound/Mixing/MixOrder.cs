using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>What a <see cref="RunningMix"/> writes and where.</summary>
/// <param name="Processes">Starts the encoder.</param>
/// <param name="Source">The mix; disposed at the end.</param>
/// <param name="Plan">Its length and fades.</param>
/// <param name="Target">The encoded file.</param>
/// <param name="GivesSamples">Hand the samples on too.</param>
internal sealed record MixOrder(MediaProcesses Processes, ISampleSource Source, MixPlan Plan, string Target, bool GivesSamples);
