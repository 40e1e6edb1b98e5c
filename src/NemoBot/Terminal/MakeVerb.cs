using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Hosting;
using NemoBot.Settings;
using NemoBot.Storage;
using NemoBot.Storage.Settings;

namespace NemoBot.Terminal;

/// <summary>
/// <c>make</c>: the same engine as in every chat, without a server. Exit code 0 with a video, 2 for bad input, 3 if it failed.
/// </summary>
internal static class MakeVerb
{
    public const int Good = 0;
    public const int BadInput = 2;
    public const int Failed = 3;

    private static readonly string[] CaptionEndings = [".srt", ".vtt", ".lrc", ".ass", ".ssa", ".txt"];

    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        var (arguments, problem) = MakeArguments.Read(words);
        if (arguments is null)
        {
            await Console.Error.WriteLineAsync(problem + Environment.NewLine + MakeArguments.Usage).ConfigureAwait(false);
            return BadInput;
        }

        if (arguments.Files.FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            return await RefuseAsync(arguments, $"There is no file {missing}.").ConfigureAwait(false);
        }

        var scratch = Directory.CreateTempSubdirectory("nemobot-make-").FullName;
        try
        {
            return await RunAsync(arguments, scratch).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<int> RunAsync(MakeArguments arguments, string scratch)
    {
        var platform = new ConsolePlatform(arguments, new ProgressLine(Console.Error, !Console.IsErrorRedirected, arguments.Json));
        using var app = await BuildAsync(arguments, platform, scratch).ConfigureAwait(false);
        if (await FindBadFileAsync(app.Services, arguments).ConfigureAwait(false) is { } bad)
        {
            return await RefuseAsync(arguments, bad).ConfigureAwait(false);
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal =>
            {
                signal.Cancel = true;
                stop.Cancel();
            });
        await Startup.PrepareAsync(app.Services, stop.Token).ConfigureAwait(false);
        try
        {
            await platform.RunAsync(app.Services.GetRequiredService<IInboundSink>(), stop.Token).ConfigureAwait(false);
            return await TellAsync(arguments, await platform.End.WaitAsync(stop.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        finally
        {
            app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            await app.Services.GetRequiredService<IBotStore>().ForgetConversationAsync(platform.Conversation, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The bot with the console as its only platform. Whatever it keeps is deleted with the scratch folder.</summary>
    private static async Task<IHost> BuildAsync(MakeArguments arguments, ConsolePlatform platform, string scratch)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(BotConfiguration.Load());
        var isClusterSet = ClusterJoin.Read(builder.Configuration) is { IsOn: true };
        if (isClusterSet)
        {
            await LeaveClusterAsync(builder.Configuration, arguments).ConfigureAwait(false);
        }

        builder.Services.AddLogging(logging => logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        builder.Services.AddBot(builder.Configuration, Path.Combine(scratch, "local")).AddSingleton<IChatPlatform>(platform);
        builder.Services.Configure<WorkOptions>(o => o.Folder = Path.Combine(scratch, "work"));
        if (isClusterSet || StorageServices.IsInUse(DataFolder.Find(builder.Configuration)))
        {
            // The bot keeps its store elsewhere, or runs on this one and has it to itself; this run needs nothing that is kept there.
            builder.Services.Configure<StorageOptions>(o => o.DataFolder = Path.Combine(scratch, "store"));
        }

        return builder.Build();
    }

    /// <summary>One video needs no database that many instances share, and must not fail because it is away.</summary>
    private static async Task LeaveClusterAsync(IConfigurationManager settings, MakeArguments arguments)
    {
        var database = ConfigurationPath.Combine(SettingsCatalog.Root, ClusterOptions.Section, nameof(ClusterOptions.Database));
        settings.AddInMemoryCollection([new(database, "")]);
        if (!arguments.Json)
        {
            await Console.Error.WriteLineAsync("Note: make works by itself on this machine; the cluster and its database are not used.").ConfigureAwait(false);
        }
    }

    /// <summary>Finds a file that nothing can be made of, before any work begins.</summary>
    private static async Task<string?> FindBadFileAsync(IServiceProvider services, MakeArguments arguments)
    {
        var media = services.GetRequiredService<IMediaTools>();
        foreach (var file in arguments.Files)
        {
            if (CaptionEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                continue; // the engine reads it, in whatever encoding it is
            }

            try
            {
                var facts = await media.ProbeAsync(Path.GetFullPath(file), CancellationToken.None).ConfigureAwait(false);
                if (facts.Kind is MediaKind.Unknown or MediaKind.Text)
                {
                    return $"{file} is not an audio, video or picture file.";
                }
            }
            catch (MediaException exception) when (exception.Problem is MediaProblem.Unreadable)
            {
                return $"{file} can't be read: it is empty, damaged, or not an audio, video or picture file.";
            }
            catch (MediaException exception) when (exception.Problem is MediaProblem.ToolMissing)
            {
                return "FFmpeg is not installed. Install it with: apt-get install ffmpeg";
            }
            catch (MediaException exception)
            {
                return $"{file} can't be used: {exception.Message}";
            }
        }

        return null;
    }

    private static async Task<int> RefuseAsync(MakeArguments arguments, string problem)
    {
        await (arguments.Json ? PrintJsonAsync(new MakeResult([], problem)) : Console.Error.WriteLineAsync(problem)).ConfigureAwait(false);
        return BadInput;
    }

    private static async Task<int> TellAsync(MakeArguments arguments, MakeResult result)
    {
        if (arguments.Json)
        {
            await PrintJsonAsync(result).ConfigureAwait(false);
        }
        else
        {
            await Console.Error.WriteLineAsync(result.Text).ConfigureAwait(false);
            foreach (var (_, path) in result.Files)
            {
                await Console.Out.WriteLineAsync(arguments.Out is { } wanted && Path.GetFullPath(wanted) == path ? wanted : path).ConfigureAwait(false);
            }
        }

        return result.Files.Count == 0 ? Failed : Good;
    }

    private static async Task PrintJsonAsync(MakeResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("ok", result.Files.Count > 0);
            json.WriteString("text", result.Text);
            if (result.Files is [var (video, path), ..])
            {
                json.WriteString("out", path);
                json.WriteNumber("size", video.Size);
                json.WriteString("summary", video.Caption);
                json.WriteNumber("width", video.Video?.Width ?? 0);
                json.WriteNumber("height", video.Video?.Height ?? 0);
                json.WriteNumber("duration", video.Video?.Duration.TotalSeconds ?? 0);
                json.WriteStartArray("others");
                foreach (var (_, other) in result.Files.Skip(1))
                {
                    json.WriteStringValue(other);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(buffer.ToArray())).ConfigureAwait(false);
    }
}
