using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Reads the words around files: what they ask for is done when the files are placed.</summary>
internal sealed class MaterialReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        AppendWaiting(clause, reading);

        // "start it at 12 seconds instead" replaces no file.
        var replaces = clause.Has(Concept.Replace) && (reading.Situation.NewFiles.Count > 0 || !clause.Tokens.Any(t => t.Concept == Concept.Replace && clause.TextOf(t).Equals("instead", StringComparison.OrdinalIgnoreCase)));
        clause.ClaimAll(replaces ? Concept.None : Concept.Replace);
        var places = clause.Has(Concept.Merge, Concept.Append) || replaces;
        if (reading.Situation.HasMaterial && places && reading.Situation.NewFiles.Count == 0 && reading.Edits.Count == 0)
        {
            reading.Add(new AskForFile());
        }

        var hasNew = reading.Situation.NewFiles.Count > 0 || !reading.Situation.HasMaterial;
        var exports = clause.Has(Concept.Export) && clause.Tokens.Any(t => t.Concept is Concept.Voice or Concept.Video or Concept.Music or Concept.Recording);
        if (places || hasNew || exports)
        {
            clause.ClaimAll(Concept.Merge, Concept.Append, Concept.Replace, Concept.Under, Concept.Loop, Concept.VersionWord);
            // "convert my audio into a video" names what is there, and so is clear by itself.
            if (clause.ClaimAll(Concept.Video, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode, Concept.Export))
            {
                clause.ClaimAll(Concept.Keep, Concept.End, Concept.AllOf, Concept.Mood, Concept.Mp4, Concept.SocialMedia, Concept.Each, Concept.Mood);
                clause.ClaimFrame();
            }
        }

        foreach (var i in clause.Free(TokenKind.File).Where(i => reading.Placed.Contains(clause.Tokens[i].Content) || hasNew).ToList())
        {
            clause.Claim(i);
        }
    }

    /// <summary>"add b.mp4 at the end", of a file that came earlier and is used nowhere.</summary>
    private static void AppendWaiting(Clause clause, Reading reading)
    {
        if (!reading.Situation.HasMaterial || !clause.Has(Concept.Append, Concept.Add, Concept.Merge) || clause.Has(Concept.Background, Concept.Logo, Concept.Music, Concept.Under, Concept.Replace))
        {
            return;
        }

        var kind = MainMaterial.ShowsVideo(reading.Project) ? MediaKind.Video : MediaKind.Audio;
        var named = clause.Free(TokenKind.File).Select(i => reading.Situation.Files.FirstOrDefault(f => f.Id == clause.Tokens[i].Content)).OfType<Asset>()
            .FirstOrDefault(f => f.Facts.Kind == kind && !reading.Placed.Contains(f.Id) && !FileUse.IsUsed(reading.Project, f));
        if (named is not null)
        {
            clause.ClaimAll(Concept.Append, Concept.Merge, Concept.End, Concept.Last);
            clause.ClaimFrame();
            reading.Add(new PlaceFile(named.Id, FileRole.Append), Subject.Video);
        }
    }
}
