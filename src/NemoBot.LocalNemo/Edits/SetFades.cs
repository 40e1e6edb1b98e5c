using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Fades the whole video in and out.</summary>
/// <param name="In">Length of the fade in; null: unchanged.</param>
/// <param name="Out">Length of the fade out; null: unchanged.</param>
internal sealed record SetFades(TimeSpan? In = null, TimeSpan? Out = null) : Edit
{
    public override string Tool => "set_fade";

    protected override Project Apply(EditContext context)
    {
        var longest = context.Project.Duration / 2;
        TimeSpan Fit(TimeSpan fade) => fade < longest ? fade : longest;
        return context.Project with { FadeIn = Fit(In ?? context.Project.FadeIn), FadeOut = Fit(Out ?? context.Project.FadeOut) };
    }
}
