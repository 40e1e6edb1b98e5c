using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Identifies files by their first bytes, before anything is sent or converted.</summary>
internal sealed class AttachmentInspector(PlatformDirectory platforms)
{
    /// <summary>Identifies the files. One that never becomes usable is left out with a note if the others make a video without it.</summary>
    public async Task<List<InspectedAttachment>> InspectAsync(
        TurnContext context, IReadOnlyList<Attachment> attachments, List<string> notes, CancellationToken cancellationToken)
    {
        var usable = new List<InspectedAttachment>();
        var refused = new List<IntakeRefusedException>();
        foreach (var attachment in attachments)
        {
            try
            {
                usable.Add(await LookAsync(context, attachment, cancellationToken).ConfigureAwait(false));
            }
            catch (IntakeRefusedException problem) when (!problem.IsTransient)
            {
                refused.Add(problem);
            }
        }

        LeaveOut(context, refused, usable, notes);
        DropCaptions(context, usable, notes);
        return usable;
    }

    /// <summary>Notes what is left out; refuses everything if the other files make no video.</summary>
    public static void LeaveOut(TurnContext context, List<IntakeRefusedException> refused, List<InspectedAttachment> usable, List<string> notes)
    {
        if (refused.Count > 0 && usable.Count < 2 && !usable.Exists(f => f.Type.Kind is MediaKind.Audio or MediaKind.Video))
        {
            throw refused[0];
        }

        notes.AddRange(refused.Select(r => context.Texts.Format("file.left-out", r.Answer.Text)));
    }

    /// <summary>A backend that cannot show captions still gets the files beside them.</summary>
    private static void DropCaptions(TurnContext context, List<InspectedAttachment> files, List<string> notes)
    {
        foreach (var file in files.Where(f => f.Type.Kind == MediaKind.Text && !FileTypes.BackendTakes(context, f.Type)).ToList())
        {
            if (files.Count == 1)
            {
                throw IntakeRefusedException.Of(context, "file.captions", file.Name);
            }

            files.Remove(file);
            notes.Add(context.Texts.Format("file.captions", file.Name));
        }
    }

    private async Task<InspectedAttachment> LookAsync(TurnContext context, Attachment attachment, CancellationToken cancellationToken)
    {
        var name = FileNames.Safe(attachment.Name, null);
        var content = attachment.Size == 0 ? default : await OpenAsync(context, attachment, name, cancellationToken).ConfigureAwait(false);
        if (content.IsEmpty)
        {
            throw IntakeRefusedException.Of(context, "file.empty", name);
        }

        if (content.Foreign is { } foreign)
        {
            throw IntakeRefusedException.Of(context, foreign, name);
        }

        return content.Type is not { Kind: not MediaKind.Unknown } type || (type.Kind == MediaKind.Text && !FileTypes.IsCaptions(type, attachment.Name ?? ""))
            ? throw IntakeRefusedException.Of(context, ForeignContent.FromName(name) ?? "file.not-media", name, FileTypes.List(context))
            : new InspectedAttachment(attachment, FileNames.Safe(name, type), type);
    }

    private async Task<FileContent> OpenAsync(TurnContext context, Attachment attachment, string name, CancellationToken cancellationToken)
    {
        try
        {
            var source = await platforms.For(context.Key).OpenAsync(context.Key, attachment, cancellationToken).ConfigureAwait(false);
            return await FileContent.ReadAsync(source, name, cancellationToken).ConfigureAwait(false);
        }
        catch (AttachmentException exception)
        {
            throw exception.Problem switch
            {
                AttachmentProblem.TooLarge when exception.Limit is { } most => IntakeRefusedException.Of(context, "file.platform-limit", name, ByteText.Of(most)),
                AttachmentProblem.TooLarge => IntakeRefusedException.Of(context, "file.platform-limit-unknown", name),
                AttachmentProblem.Gone => IntakeRefusedException.Of(context, "file.gone", name),
                _ => new IntakeRefusedException(new Answer(context.Texts.Format("file.unreachable", name))) { IsTransient = true },
            };
        }
    }
}
