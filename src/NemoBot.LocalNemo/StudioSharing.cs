using NemoBot.Core.Storage;

namespace NemoBot.LocalNemo;

/// <summary>What a studio needs to be one of several that share sessions, files and renders.</summary>
/// <param name="Records">The records of all.</param>
/// <param name="Renders">The queue of renders of all.</param>
/// <param name="Vault">Uploaded files and videos of all.</param>
/// <param name="Worker">Names this process.</param>
/// <param name="RendersHere">This process works on renders; otherwise others do.</param>
public sealed record StudioSharing(IStudioRecords Records, IStudioRenders Renders, IFileVault Vault, string Worker, bool RendersHere);
