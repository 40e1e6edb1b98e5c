namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads caption files.</summary>
internal interface ICaptionReader
{
    /// <summary>Reads SRT, VTT, LRC, ASS or plain lines in any usual encoding.</summary>
    /// <param name="name">The file's name; its extension is a hint only.</param>
    /// <param name="content">The file's bytes.</param>
    /// <returns>Null if there are no captions in it.</returns>
    CaptionFile? Read(string name, byte[] content);

    /// <summary>Reads pasted text: lines with times in any of the formats, or plain lines.</summary>
    /// <returns>Null if there are no captions in it.</returns>
    CaptionFile? ReadText(string text);
}
