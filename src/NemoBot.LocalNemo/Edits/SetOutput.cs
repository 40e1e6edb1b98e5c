using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The kind of file that comes out, and its tags. What is null stays.</summary>
internal sealed record SetOutput : Edit
{
    /// <summary>The kind of file.</summary>
    public OutputFormat? Format { get; init; }

    /// <summary>The title in the file's tags and name.</summary>
    public string? Title { get; init; }

    /// <summary>The artist in the file's tags.</summary>
    public string? Artist { get; init; }

    public override string Tool => "set_output";

    protected override Project Apply(EditContext context)
    {
        var output = context.Project.Output;
        // Captions come out as a file by GiveCaptionFile, which looks whether there are any.
        var format = Format is { } asked && OutputFormats.IsCaptionFile(asked) ? null : Format;
        return context.Project with
        {
            Output = output with
            {
                Format = format ?? output.Format,
                Others = format is null ? output.Others : OutputFormats.IsSound(format.Value) ? [] : [.. output.Others.Where(o => o.Format is null)],
                Title = Title ?? output.Title,
                Artist = Artist ?? output.Artist,
            },
        };
    }
}
