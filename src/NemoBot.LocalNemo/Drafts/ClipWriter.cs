using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Writes the main material, the sound that replaces its own, and the music below.</summary>
internal sealed class ClipWriter(DraftJson json, Project project, DraftLabels labels, SoundPeaks? peaks)
{
    /// <param name="onPicture">The clips' own picture is seen; their segments carry the look.</param>
    public void WriteClips(bool onPicture)
    {
        foreach (var (index, clip) in project.Clips.Index())
        {
            // Rounding each end instead of each length keeps the sum of the lengths right.
            var at = project.StartOf(index);
            var start = DraftText.Milliseconds(at);
            BeginClip(start, DraftText.Milliseconds(at + clip.Duration) - start, clip, isHeard: project.Voice is null);
            json.Text(DraftKeys.Title, onPicture ? labels.Clip(clip, project.Visual.Style) : project.Voice is null ? clip.Asset.Name : labels.Silence);
            if (project.Voice is null && (clip.Asset.Facts.HasAudio || index == 0))
            {
                json.Volume(project.Volume);
            }

            WriteEffects(clip);
            if (onPicture && index == 0)
            {
                new LookWriter(json).Write(project);
            }

            json.EndSegment();
        }
    }

    public void WriteVoice(Clip voice)
    {
        json.BeginTrack(DraftKeys.AudioTrack, DraftKeys.VoiceRole, labels.Audio);
        json.BeginSegments();
        BeginClip(Math.Max(0, DraftText.Milliseconds(project.VoiceDelay)), DraftText.Milliseconds(voice.Duration), voice, isHeard: true);
        json.Text(DraftKeys.Title, voice.Asset.Name);
        json.Volume(project.Volume);
        json.Time(DraftKeys.Delay, project.VoiceDelay);
        WriteEffects(voice);
        json.EndSegment();
        json.EndTrack();
    }

    public void WriteMusic(Music music)
    {
        var start = DraftText.Milliseconds(music.Start);
        var length = music.Length is { } own ? DraftText.Milliseconds(own) : Math.Max(0, DraftText.Milliseconds(project.Duration) - start);
        json.BeginTrack(DraftKeys.AudioTrack, DraftKeys.MusicRole, labels.Music);
        json.BeginSegments();
        json.BeginSegment(start, length, music.Asset);
        if (music.From > TimeSpan.Zero)
        {
            json.Raw.WriteNumber(DraftKeys.From, DraftText.Milliseconds(music.From));
        }

        if (music.Length is not null)
        {
            // Drafts without it always play to the end.
            json.Raw.WriteNumber(DraftKeys.SourceLength, length);
        }

        json.Numbers(DraftKeys.Peaks, peaks?.Of(music, TimeSpan.FromMilliseconds(length)) ?? []);
        json.BeginMetadata();
        json.Text(DraftKeys.Title, music.Asset.Name);
        json.Volume(music.Volume);
        WriteChanges(music.Changes);
        json.Time(DraftKeys.FadeIn, music.FadeIn);
        json.Time(DraftKeys.FadeOut, music.FadeOut);
        json.Flag(DraftKeys.Ducking, music.Ducks, usual: true);
        json.Flag(DraftKeys.Loop, music.Loops, usual: true);
        json.EndSegment();
        json.EndTrack();
    }

    private void BeginClip(long start, long length, Clip clip, bool isHeard)
    {
        json.BeginSegment(start, length, clip.Asset);
        json.Raw.WriteNumber(DraftKeys.From, DraftText.Milliseconds(clip.From));
        if (clip.Speed != 1)
        {
            json.Raw.WriteNumber(DraftKeys.SourceLength, DraftText.Milliseconds(clip.Length));
        }

        json.Numbers(DraftKeys.Peaks, isHeard && peaks is not null ? peaks.Of(clip) : []);
        json.BeginMetadata();
    }

    private void WriteEffects(Clip clip)
    {
        json.Number(DraftKeys.Speed, clip.Speed, 1);
        json.Number(DraftKeys.ClipVolume, clip.Volume, 1);
        WriteChanges(clip.Changes);
        json.Flag(DraftKeys.Reversed, clip.Reversed);
        json.Flag(DraftKeys.Loop, clip.Loops);
        json.Time(DraftKeys.Crossfade, clip.Crossfade);
        json.Time(DraftKeys.ClipFadeIn, clip.FadeIn);
        json.Time(DraftKeys.ClipFadeOut, clip.FadeOut);
    }

    private void WriteChanges(IReadOnlyList<VolumeChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        json.Raw.WriteStartArray(DraftKeys.VolumeChanges);
        foreach (var change in changes)
        {
            json.Raw.WriteStartObject();
            json.Raw.WriteNumber(DraftKeys.Start, DraftText.Milliseconds(change.From));
            json.Raw.WriteNumber(DraftKeys.Length, DraftText.Milliseconds(change.To - change.From));
            json.Raw.WriteNumber(DraftKeys.ClipVolume, change.Level);
            json.Flag(DraftKeys.Bleeps, change.Bleeps);
            json.Raw.WriteEndObject();
        }

        json.Raw.WriteEndArray();
    }
}
