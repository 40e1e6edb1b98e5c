using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Sees to it that the conversation's skill works with the files that came. Somebody who drops a video next to a song should not
/// have to learn what a skill is: the bot changes to one that takes both, and says so.
/// </summary>
internal sealed class SkillSelector(ISkillCatalog skills)
{
    /// <returns>What was changed, for the answer; null if nothing.</returns>
    /// <exception cref="IntakeRefusedException">No skill takes these files.</exception>
    public async Task<string?> ChooseAsync(TurnContext context, IReadOnlyList<InspectedAttachment> files, CancellationToken cancellationToken)
    {
        if (files.All(f => FileTypes.SkillTakes(context.Skill, f.Type)))
        {
            return null;
        }

        var better = skills.All.FirstOrDefault(s => files.All(f => FileTypes.SkillTakes(s, f.Type)));
        if (better is null)
        {
            var odd = files.First(f => !FileTypes.SkillTakes(context.Skill, f.Type));
            throw new IntakeRefusedException(new Answer(context.Texts.Format("file.wrong-type", odd.Name, FileTypes.List(context))));
        }

        await context.UpdateConversationAsync(c => c with { Skill = better.Name }, cancellationToken).ConfigureAwait(false);
        var odds = files.Any(f => f.Type.Kind is MediaKind.Video) ? "skill.switched-video" : "skill.switched";
        return context.Texts.Format(odds, better.Titles.GetValueOrDefault(context.Conversation.Language) ?? better.Name);
    }
}
