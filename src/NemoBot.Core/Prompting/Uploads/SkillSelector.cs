using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Switches the conversation to a skill that works with the received files, and says so: a person who drops a video next to a song
/// should not have to learn what a skill is.
/// </summary>
internal sealed class SkillSelector(ISkillCatalog skills)
{
    /// <returns>A note about the switch; null if the skill stays or makes no difference.</returns>
    /// <exception cref="IntakeRefusedException">No skill takes these files.</exception>
    public async Task<string?> ChooseAsync(TurnContext context, IReadOnlyList<InspectedAttachment> files, CancellationToken cancellationToken)
    {
        var besideVideo = files.Any(f => f.Type.Kind is MediaKind.Video);
        if (files.All(f => FileTypes.SkillTakes(context.Skill, f.Type, besideVideo)))
        {
            return null;
        }

        var better = skills.All.FirstOrDefault(s => files.All(f => FileTypes.SkillTakes(s, f.Type, besideVideo)));
        if (better is null)
        {
            var odd = files.First(f => !FileTypes.SkillTakes(context.Skill, f.Type, besideVideo));
            throw new IntakeRefusedException(new Answer(context.Texts.Format("file.wrong-type", odd.Name, FileTypes.List(context))));
        }

        await context.UpdateConversationAsync(c => c with { Skill = better.Name }, cancellationToken).ConfigureAwait(false);
        if (!context.Backend.Traits.FollowsSkills)
        {
            return null;
        }

        var odds = besideVideo ? "skill.switched-video" : "skill.switched";
        return context.Texts.Format(odds, better.Titles.GetValueOrDefault(context.Conversation.Language) ?? better.Name);
    }
}
