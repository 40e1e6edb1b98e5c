using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Checking;

/// <summary>Counts the skills, and looks for the operator's folder of them.</summary>
internal sealed class SkillCheck(ISkillCatalog skills, IOptions<NemoOptions> options) : ICheck
{
    private const string Name = "skills";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var folder = options.Value.SkillsFolder;
        yield return string.IsNullOrWhiteSpace(folder) || Directory.Exists(folder)
            ? Finding.Ok(Name, $"{skills.All.Count} can be used")
            : Finding.Warn(Name, $"the folder {folder} does not exist; make it, or name another one in NemoBot:Nemo:SkillsFolder");
    }
}
