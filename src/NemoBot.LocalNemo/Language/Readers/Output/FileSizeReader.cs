using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Reads how large the finished file may be.</summary>
internal sealed partial class FileSizeReader : IClauseReader
{
    /// <summary>Words on either side of a size that belong to it.</summary>
    private const int Around = 5;

    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(TokenKind.Megabytes))
        {
            ReadLimit(clause, reading);
        }
        else if (clause.HasFree(Concept.NoSizeLimit))
        {
            clause.ClaimAll(Concept.NoSizeLimit);
            clause.ClaimFrame();
            reading.Add(new SetFileSize { Megabytes = 0 }, Subject.Video);
        }
        else if (clause.ClaimAll(Concept.SmallerFile))
        {
            clause.ClaimAll(Concept.Smaller, Concept.Small, Concept.Video, Concept.Trim);
            clause.ClaimFrame();
            if (!reading.Clauses.Any(c => c.Tokens.Any(t => t.Kind is TokenKind.Megabytes or TokenKind.Lines)))
            {
                // "720p就行，文件小点" says how.
                reading.Add(new SetFileSize { Smaller = true }, Subject.Video);
            }
        }
    }

    private static void ReadLimit(Clause clause, Reading reading)
    {
        if (Describes().IsMatch(clause.Text) && !Limits().IsMatch(clause.Text))
        {
            // "my song is 12 mb": how large something is.
            return;
        }

        var at = clause.Free(TokenKind.Megabytes).First();
        var size = clause.Claim(at).Value;
        foreach (var i in clause.Free(TokenKind.Megabytes).ToList())
        {
            // "it is 30 MB, make it under 8 MB": the last one is the wish.
            size = clause.Claim(i).Value;
        }

        for (var i = Math.Max(0, at - Around); i < Math.Min(clause.Tokens.Count, at + Around + 1); i++)
        {
            if (clause.Tokens[i].Concept is Concept.Under or Concept.Smaller or Concept.SmallerFile or Concept.Small or Concept.Keep or Concept.Change or Concept.Let or Concept.It or Concept.To or Concept.WhatSize or Concept.Not or Concept.Bigger
                || (clause.Tokens[i].Concept is Concept.Trim or Concept.Cut && !clause.Tokens.Any(t => t.IsTime)) || WordLists.SizeFrames.Contains(clause.TextOf(clause.Tokens[i])))
            {
                clause.Claim(i);
            }
        }

        if (!clause.Has(Concept.Gif, Concept.AudioOnly, Concept.Mp4))
        {
            clause.ClaimFrame();
        }

        if (size > 0)
        {
            reading.Add(new SetFileSize { Megabytes = size }, Subject.Video);
        }
    }

    [GeneratedRegex(@"\b(?:is|was|are|it'?s|its|has|weighs)\b|有|的(?:视频|音频|录音|歌|文件)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Describes();

    [GeneratedRegex(@"\b(?:limit|max(?:imum)?|under|below|less than|smaller than|allow(?:s|ed)?|only|up to|at most|within|no (?:more|bigger|larger) than|accepts?)\b|以内|以下|之内|不超过|别超过|不要超过|不能超过|上限|限制|最多|最大|小于|低于|[压做弄变导][缩成到出]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limits();
}
