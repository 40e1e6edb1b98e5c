using System.Collections.Frozen;

namespace NemoBot.Core.Text.Translation;

/// <summary>The words by which English talk about an editor is known.</summary>
internal static class EnglishWords
{
    /// <summary>What only a mouse or a finger does.</summary>
    public static readonly FrozenSet<string> Gestures = Set(
        "click clicks clicking clicked double-click double-clicking right-click right-clicking left-click tap taps tapping tapped double-tap " +
        "long-press hover hovering drag drags dragging dragged drag-and-drop swipe swiping scroll scrolling pinch");

    /// <summary>Parts that only an editor's screen has.</summary>
    public static readonly FrozenSet<string> Parts = Set(
        "button buttons panel panels sidebar sidebars toolbar toolbars dropdown drop-down playhead slider sliders dashboard checkbox checkboxes " +
        "popup pop-up tooltip navbar menubar topbar inspector submenu scrollbar");

    /// <summary>Ambiguous parts: they count only when the user is asked to operate them.</summary>
    public static readonly FrozenSet<string> WeakParts = Set(
        "player menu menus tab tabs icon icons window timeline workspace editor library page pages account billing settings preview interface ui " +
        "gui " +
        "canvas toggle bar section area subscription credits balance profile plan screen field modal dialog handle handles picker tool tools app " +
        "website site link option options setting view browser");

    /// <summary>Weak parts that make a place: "in the preview window".</summary>
    public static readonly FrozenSet<string> PlaceParts = Set("player menu tab tabs window workspace editor library page interface ui modal dialog");

    /// <summary>Words before a weak part that make it a part of the screen.</summary>
    public static readonly FrozenSet<string> PartAdjectives = Set(
        "preview video media timeline side left right top bottom upper lower left-hand right-hand main project properties property asset assets " +
        "export settings editing editor navigation context playback built-in web account user render effects audio text music");

    /// <summary>What can be done to a part without a gesture.</summary>
    public static readonly FrozenSet<string> Deeds = Set(
        "press hit open go head navigate visit check see view find watch preview play review select choose pick adjust change edit toggle expand " +
        "collapse look use access " +
        "switch enter log sign locate trim move resize drop manage customize tweak modify hear listen download export save share render upload " +
        "import undo close try monitor track refresh reload start pause fine-tune top upgrade buy register " +
        "opened selected chosen adjusted changed edited accessed viewed seen found previewed played downloaded exported reviewed modified " +
        "monitored tracked managed toggled dropped uploaded imported saved rendered shared checked watched");

    /// <summary>"This is shown in the panel" says nothing when the panel is gone.</summary>
    public static readonly FrozenSet<string> Shows = Set(
        "shown displayed visible located listed highlighted selected appear appears opens located appeared pops pop lets allows shows gives");

    /// <summary>What may stand before the words that matter.</summary>
    public static readonly FrozenSet<string> Openers = Set(
        "and then or but so also now please just simply finally next first second third lastly afterwards afterward alternatively otherwise " +
        "instead again here there feel free to try remember make sure be go ahead let's when once if after before until while by as soon in " +
        "order want wish would like need ready you're you'd prefer whenever and/or don't forget which where whose easily quickly directly either " +
        "step");

    /// <summary>Auxiliaries of a permission or an order to the reader.</summary>
    public static readonly FrozenSet<string> Modals = Set(
        "can could may might should will need have must want to able are also now always simply just then easily directly even still either be " +
        "use go start by continue");

    /// <summary>With these a subordinate clause begins that cannot stand alone.</summary>
    public static readonly FrozenSet<string> Subordinators = Set(
        "if when once to after before while for as by whenever until in-order which where or");

    /// <summary>With these begins a clause that says something by itself.</summary>
    public static readonly FrozenSet<string> Subjects = Set(
        "i i've i'll i'm we we've we'll it it's its the this that these those your my our there there's here here's everything all both a an " +
        "each no two three four five he she they");

    /// <summary>Prepositions that lead to a place.</summary>
    public static readonly FrozenSet<string> Places = Set("in on to from at into within inside via using through under onto above below near of");

    /// <summary>Words that may follow the name of a part; another noun would make it something else ("button mushroom").</summary>
    public static readonly FrozenSet<string> AfterPart = Set(
        "in on at to of for from with below above next under near by and or when once after before if then is are was were will has have can " +
        "could should that which where labeled labelled marked called named " +
        "located appears appear shows there here again now first directly says saying anytime anyway so as but until while lets allows gives " +
        "opens above beside beneath inside using via while becomes brings takes turns starts works needs saves makes icon icons menu tab tabs " +
        "option");

    /// <summary>What a video can show or be.</summary>
    public static readonly FrozenSet<string> Media = Set(
        "video videos clip clips scene scenes footage shot shots recording recordings screencast image images picture pictures photo photos film " +
        "movie frame frames animation screenshot demo story recipe song intro outro ad ads commercial trailer");

    /// <summary>Names of what can be pressed.</summary>
    public static readonly FrozenSet<string> Labels = Set(
        "export download render save share play generate upload undo redo settings apply import preview publish register upgrade");

    /// <summary>Determiners of something the reader is supposed to know.</summary>
    public static readonly FrozenSet<string> Indefinite = Set("a an any another some every");

    /// <summary>Words after media that tell what they show.</summary>
    public static readonly FrozenSet<string> AfterMedia = Set("of about showing featuring where that with titled called explaining");

    /// <summary>Words that make a noun of a gesture: "the tap", "a single click".</summary>
    public static readonly FrozenSet<string> BeforeNoun = Set("the your mouse one single of about");

    /// <summary>Words that a gesture makes another thing of: "click track", "tap dance".</summary>
    public static readonly FrozenSet<string> AfterGestureNoun = Set(
        "track tracks bait dance dancing dancer dancers water queen queens race racing sound sounds shoes noise beat");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
