using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Loudness, noise, tone and ducking. What is null stays.</summary>
internal sealed record SetMix : Edit
{
    private const double Quietest = -40;
    private const double Loudest = -8;
    private const double MostTone = 12;

    /// <summary>Integrated loudness in LUFS.</summary>
    public double? Loudness { get; init; }

    /// <summary>Bring the sound to its usual loudness.</summary>
    public bool? Normalize { get; init; }

    /// <summary>Take out background noise.</summary>
    public bool? Denoise { get; init; }

    /// <summary>How much stronger the low tones become, in dB.</summary>
    public double? Bass { get; init; }

    /// <summary>How much stronger the high tones become, in dB.</summary>
    public double? Treble { get; init; }

    /// <summary>Lower the music under speech.</summary>
    public bool? Duck { get; init; }

    /// <summary>What left and right play.</summary>
    public Channels? Channels { get; init; }

    public override string Tool => "set_audio";

    public override async Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (this == new SetMix { Channels = Projects.Channels.Mono } && await OneSided.FindAsync(context, cancellationToken) is { } mended)
        {
            context.Note("channels.mended", mended.Name);
            return project;
        }

        if (Channels == Projects.Channels.Own && project.Mix.Channels == Projects.Channels.Own)
        {
            context.Note("channels.own");
        }

        return Apply(context);
    }

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (Duck is not null && project.Music.Count == 0)
        {
            context.Note("music.none");
        }

        // A volume of one sound alone is louder or quieter than the target: who names a target means what is heard.
        var mix = Loudness is not null && project.Music.Count == 0 && project.Mix.Volume > 0 ? project.Mix with { Volume = 1 } : project.Mix;
        return project with
        {
            Mix = mix with
            {
                Loudness = Loudness is { } target ? Math.Clamp(target, Quietest, Loudest) : mix.Loudness,
                Normalize = Normalize ?? (Loudness is not null || mix.Normalize),
                Denoise = Denoise ?? mix.Denoise,
                Channels = Channels ?? mix.Channels,
                Bass = Math.Clamp(mix.Bass + (Bass ?? 0), -MostTone, MostTone),
                Treble = Math.Clamp(mix.Treble + (Treble ?? 0), -MostTone, MostTone),
            },
            Music = Duck is { } duck ? [.. project.Music.Select(m => m with { Ducks = duck })] : project.Music,
        };
    }
}
