using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Reads where a clip or sound that has just come goes: "put this one before the other", "add this after the talk".</summary>
internal sealed class ArrivalReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (!reading.Situation.HasMaterial || !clause.HasFree(Concept.Before, Concept.After, Concept.First, Concept.Begin, Concept.OtherOne)
            || !(clause.Has(Concept.Move, Concept.Add, Concept.Append, Concept.Use) || (clause.Has(Concept.It) && clause.HasFree(Concept.Before, Concept.After))) || clause.Tokens.Any(t => t.IsTime || t.Kind == TokenKind.Quote)
            || clause.Has(Concept.Remove, Concept.Cut, Concept.Replace, Concept.Title, Concept.Under, Concept.WhileSpeaking) || Arrived(clause, reading) is not { } file)
        {
            return;
        }

        var first = clause.HasFree(Concept.Before, Concept.First, Concept.Begin);
        clause.ClaimAll(Concept.Before, Concept.After, Concept.First, Concept.Begin, Concept.OtherOne, Concept.Append, Concept.Video, Concept.Voice, Concept.Recording);
        clause.ClaimFrame();
        if (file.Facts.Kind == MediaKind.Audio)
        {
            reading.Add(new PlaceFile(file.Id, FileRole.Append), Subject.Voice);
        }

        if (first)
        {
            reading.Add(new MoveItem(ItemKind.Clip, -1, 1), Subject.Video);
        }
    }

    /// <summary>The only new file, if it is of the kind that the video is made of. A sound "at the start" is music, one "before the other" is not.</summary>
    private static Asset? Arrived(Clause clause, Reading reading)
    {
        var kind = MainMaterial.ShowsVideo(reading.Project) ? MediaKind.Video : MediaKind.Audio;
        return reading.Situation.NewFiles is [var file] && file.Facts.Kind == kind && !reading.Placed.Contains(file.Id)
            && (kind == MediaKind.Video || clause.HasFree(Concept.Before, Concept.After, Concept.OtherOne, Concept.Append)) ? file : null;
    }
}
