using System.Text.Json.Serialization;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>
/// One change to a project, or one question about it. Whatever understands language only produces these; nothing else touches a draft.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(AddCaptions), "add_captions")]
[JsonDerivedType(typeof(AddTitle), "add_title")]
[JsonDerivedType(typeof(AlsoHighlight), "also_highlight")]
[JsonDerivedType(typeof(AlsoMake), "also_make")]
[JsonDerivedType(typeof(Ask), "ask")]
[JsonDerivedType(typeof(AskForFile), "ask_for_file")]
[JsonDerivedType(typeof(AskForMusic), "ask_for_music")]
[JsonDerivedType(typeof(AskForTitle), "ask_for_title")]
[JsonDerivedType(typeof(CompareVersions), "compare_versions")]
[JsonDerivedType(typeof(CutRanges), "cut_ranges")]
[JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(DelaySound), "delay_sound")]
[JsonDerivedType(typeof(EditCaption), "edit_caption")]
[JsonDerivedType(typeof(GiveCaptionFile), "give_caption_file")]
[JsonDerivedType(typeof(GoToVersion), "go_to_version")]
[JsonDerivedType(typeof(KeepHighlight), "keep_highlight")]
[JsonDerivedType(typeof(KeepRanges), "keep_ranges")]
[JsonDerivedType(typeof(LeaveOut), "leave_out")]
[JsonDerivedType(typeof(LoopVideo), "loop_video")]
[JsonDerivedType(typeof(MatchColor), "match_color")]
[JsonDerivedType(typeof(MoveItem), "move_item")]
[JsonDerivedType(typeof(PlaceFile), "place_file")]
[JsonDerivedType(typeof(Redo), "redo")]
[JsonDerivedType(typeof(RemoveCaptions), "remove_captions")]
[JsonDerivedType(typeof(RemoveItem), "remove_item")]
[JsonDerivedType(typeof(RemoveMusic), "remove_music")]
[JsonDerivedType(typeof(RemoveSilence), "remove_silence")]
[JsonDerivedType(typeof(RemoveTitles), "remove_titles")]
[JsonDerivedType(typeof(RestorePart), "restore_part")]
[JsonDerivedType(typeof(Reverse), "reverse")]
[JsonDerivedType(typeof(SetBackground), "set_background")]
[JsonDerivedType(typeof(SetCanvas), "set_canvas")]
[JsonDerivedType(typeof(SetCaptions), "set_captions")]
[JsonDerivedType(typeof(SetCrossfade), "set_crossfade")]
[JsonDerivedType(typeof(SetFades), "set_fades")]
[JsonDerivedType(typeof(SetFileSize), "set_file_size")]
[JsonDerivedType(typeof(SetFont), "set_font")]
[JsonDerivedType(typeof(SetLogo), "set_logo")]
[JsonDerivedType(typeof(SetMix), "set_mix")]
[JsonDerivedType(typeof(SetMusic), "set_music")]
[JsonDerivedType(typeof(SetOutput), "set_output")]
[JsonDerivedType(typeof(SetPartSpeed), "set_part_speed")]
[JsonDerivedType(typeof(SetPartVolume), "set_part_volume")]
[JsonDerivedType(typeof(SetPicture), "set_picture")]
[JsonDerivedType(typeof(SetPictureLook), "set_picture_look")]
[JsonDerivedType(typeof(ShowTags), "show_tags")]
[JsonDerivedType(typeof(ShowTitleAtEnds), "show_title_at_ends")]
[JsonDerivedType(typeof(SetProgressBar), "set_progress_bar")]
[JsonDerivedType(typeof(SetScene), "set_scene")]
[JsonDerivedType(typeof(SetSlides), "set_slides")]
[JsonDerivedType(typeof(SetSlideTime), "set_slide_time")]
[JsonDerivedType(typeof(SetSpeed), "set_speed")]
[JsonDerivedType(typeof(SetTitle), "set_title")]
[JsonDerivedType(typeof(SetVisual), "set_visual")]
[JsonDerivedType(typeof(SetVolume), "set_volume")]
[JsonDerivedType(typeof(SwapItems), "swap_items")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(UseAnyPicture), "use_any_picture")]
[JsonDerivedType(typeof(UseOwnSound), "use_own_sound")]
internal abstract record Edit
{
    /// <summary>The tool name under which the edit is reported to the client.</summary>
    public abstract string Tool { get; }

    /// <summary>Applies the edit and returns the project after it. Problems are added to the context's notes.</summary>
    public virtual Task<Project> ApplyAsync(EditContext context, CancellationToken cancellationToken) => Task.FromResult(Apply(context));

    /// <summary>Applies an edit that needs nothing but the project.</summary>
    protected virtual Project Apply(EditContext context) => context.Project;
}
