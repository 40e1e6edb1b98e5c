namespace NemoBot.Tests.Hostile;

/// <summary>A file that somebody made, or damaged, to do harm.</summary>
/// <param name="Name">The name it is uploaded under.</param>
/// <param name="What">What is wrong with it, for the report.</param>
/// <param name="Make">Makes its bytes: packing hundreds of megabytes takes its time, and a run sends only some of the files.</param>
internal sealed record HostileFile(string Name, string What, Func<byte[]> Make)
{
    public HostileFile(string name, string what, byte[] content)
        : this(name, what, () => content)
    {
    }
}
