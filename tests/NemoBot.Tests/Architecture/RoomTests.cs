using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace NemoBot.Tests.Architecture;

public sealed partial class RoomTests
{
    [Fact]
    public void The_engine_names_no_platform()
    {
        var named = Sources.Of("NemoBot.Core")
            .Where(f => PlatformName().IsMatch(Sources.Code(f)))
            .Select(f => Path.GetRelativePath(Sources.Root, f));
        Assert.Empty(named);
    }

    [Fact]
    public void The_embedded_backend_and_the_client_share_no_types()
    {
        Assert.DoesNotContain("NemoBot.Nemo", References("NemoBot.LocalNemo"));
        Assert.All(Sources.Of("NemoBot.LocalNemo"), f => Assert.DoesNotMatch(@"\bNemoBot\.Nemo\b", Sources.Code(f)));
        Assert.All(Sources.Of("NemoBot.Nemo"), f => Assert.DoesNotMatch(@"\bNemoBot\.LocalNemo\b", Sources.Code(f)));
    }

    /// <summary>A timeout is an OperationCanceledException too: only the own token tells that the work is to end.</summary>
    [Fact]
    public void No_handler_takes_a_timeout_for_the_end_of_its_own_work()
    {
        var files = Sources.Projects.SelectMany(Sources.Of)
            .Where(f => Sources.Code(f).Split('\n').Any(l =>
                l.Contains("is not OperationCanceledException", StringComparison.Ordinal) && !l.Contains("IsCancellationRequested", StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Sources.Root, f));
        Assert.Empty(files);
    }

    public static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Sources.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    [GeneratedRegex("telegram|discord", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformName();
}
