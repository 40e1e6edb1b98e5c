using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>What a <see cref="RunningMix"/> writes and where.</summary>
/// <param name="Processes">Starts the encoder.</param>
/// <param name="Source">The mix; disposed at the end.</param>
/// <param name="Plan">Its length and fades.</param>
/// <param name="Target">The encoded file.</param>
/// <param name="GivesSamples">Hand the samples on too.</param>
internal sealed record MixOrder(MediaProcesses Processes, ISampleSource Source, MixPlan Plan, string Target, bool GivesSamples)
{
    /// <summary>Tags of the encoded file; null: none.</summary>
    public FileTags? Tags { get; init; }

    /// <summary>Bits per second of the encoded sound; 0: as usual.</summary>
    public int Bitrate { get; init; }

    /// <summary>0 to 1; null: nobody wants to know.</summary>
    public IProgress<double>? Progress { get; init; }
}
