using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Status;

/// <summary>The buttons that more than one kind of message has.</summary>
internal static class ButtonSet
{
    private const int LongestLabel = 38;

    public static Button Cancel(long turn, Texts texts) => new(ButtonIds.Of(ButtonIds.Cancel, turn), texts["button.cancel"], ButtonStyle.Danger);

    public static Button Rerun(long turn, Texts texts) => new(ButtonIds.Of(ButtonIds.Rerun, turn), texts["button.rerun"], ButtonStyle.Primary);

    public static Button Local(long turn, Texts texts) => new(ButtonIds.Of(ButtonIds.Local, turn), texts["button.local"]);

    /// <summary>Renders a version.</summary>
    public static Button Export(DraftRecord draft, Texts texts) => new(
        ButtonIds.Of(ButtonIds.Export, draft.Version),
        texts.Format("button.export", DraftReader.Read(draft.Json, draft.Width, draft.Height).FileType.ToUpperInvariant()),
        ButtonStyle.Primary);

    /// <summary>Renders the newest version at a service that makes videos alone.</summary>
    public static Button ExportNewest(Texts texts) => new(ButtonIds.Export, texts.Format("button.export", "MP4"), ButtonStyle.Primary);

    /// <summary>Renders a version after a failure; its formats before <paramref name="part"/> are posted already.</summary>
    public static Button ExportAgain(int version, int part, Texts texts) =>
        new(part == 0 ? ButtonIds.Of(ButtonIds.Export, version) : ButtonIds.Of(ButtonIds.Export, version, part), texts["button.rerun"], ButtonStyle.Primary);

    public static Button Show(string what, Texts texts) => new(ButtonIds.Of(ButtonIds.Show, what), texts["button." + what]);

    public static Button Preset(string name, Texts texts) => new(ButtonIds.Of(ButtonIds.Preset, name), texts["preset." + name]);

    /// <summary>Keeps what a generation added by itself, or takes parts of it away again; none if it added nothing.</summary>
    public static IReadOnlyList<Button> KeepChoices(IReadOnlyList<TimelinePart> parts, Texts texts) => parts.Count == 0 ? [] :
    [
        new(ButtonIds.Keep, texts["button.keep-all"], ButtonStyle.Primary),
        .. parts.Select(p => Preset(p switch { TimelinePart.Music => "without-music", TimelinePart.Title => "without-titles", _ => "without-effects" }, texts)),
    ];

    /// <summary>Sends a request that the backend offered in a turn.</summary>
    public static Button Offer(long turn, int index, string words) =>
        new(ButtonIds.Of(ButtonIds.Offer, turn, index), Label(words));

    /// <summary>Shortens words to what fits on a button.</summary>
    public static string Label(string words) => TextSplitter.Shorten(words, LongestLabel, t => t.Length);

    public static Button Undo(Texts texts) => new(ButtonIds.Undo, texts["button.undo"]);
}
