using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Speech.Models;
using NemoBot.Speech.Settings;

namespace NemoBot.Checking;

/// <summary>Whether captions can be made from speech.</summary>
internal sealed class SpeechCheck(IModelStore models, IOptions<SpeechOptions> options) : ICheck
{
    private const string Name = "captions";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return options.Value.Engine switch
        {
            SpeechEngine.Http => Finding.Ok(Name, $"speech is sent to {options.Value.HttpAddress}"),
            SpeechEngine.Program => Finding.Ok(Name, $"speech is recognized by {options.Value.ProgramPath}"),
            _ => OfModel(models.Missing),
        };
    }

    private Finding OfModel(SpeechModel? missing)
    {
        if (missing is null)
        {
            return Finding.Ok(Name, "the speech model is installed");
        }

        var install = $"nemobot captions install {missing.Name}";
        return options.Value.DownloadModel
            ? Finding.Warn(Name, $"the speech model is downloaded ({missing.Size / 1_000_000} MB) when captions are first asked for; to do it now: {install}")
            : Finding.Warn(Name, $"there is no speech model and downloads are off; {install}");
    }
}
