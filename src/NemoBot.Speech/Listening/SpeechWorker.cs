using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Runtime.InteropServices;
using System.Text.Json;
using NemoBot.Speech.Protocol;
using NemoBot.Speech.Recognition;
using Whisper.net;

namespace NemoBot.Speech.Listening;

/// <summary>
/// The child process: reads a request, writes lines, ends. The native library may crash, hang or use gigabytes here without the bot
/// noticing more than that.
/// </summary>
public static class SpeechWorker
{
    /// <summary>The argument that starts the bot's executable as a worker.</summary>
    public const string Argument = "speech-worker";

    private static readonly Lock Writing = new();

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        StepBack();
        var input = new StreamReader(Console.OpenStandardInput());
        if (input.ReadLine() is not { } line || JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerRequest) is not { } request)
        {
            return 2;
        }

        // The parent keeps the pipe open while it lives: its end is ours, even in the middle of a native call.
        new Thread(() =>
        {
            _ = input.Read();
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true }.Start();
        return Answer(request);
    }

    private static int Answer(WorkerRequest request)
    {
        try
        {
            if (RuntimeInformation.ProcessArchitecture == Architecture.X64 && !Avx2.IsSupported)
            {
                return Fail(SpeechProblem.Unsupported, "The processor has no AVX2.");
            }

            Listen(request);
            Write(new WorkerMessage { Done = true });
            return 0;
        }
        catch (Exception e) when (e is DllNotFoundException or FileNotFoundException or PlatformNotSupportedException or EntryPointNotFoundException)
        {
            return Fail(SpeechProblem.Unsupported, e.Message);
        }
        catch (WhisperModelLoadException e)
        {
            return Fail(SpeechProblem.ModelBroken, e.Message);
        }
        catch (Exception e) when (e is OutOfMemoryException)
        {
            return Fail(SpeechProblem.OutOfMemory, e.Message);
        }
        catch (Exception e)
        {
            return Fail(SpeechProblem.Failed, e.Message);
        }
    }

    private static void Listen(WorkerRequest request)
    {
        using var sound = WavFile.Open(request.Sound);
        var speech = VoiceActivity.Find(sound, request.VoiceActivity, request.Threads, () => Write(new WorkerMessage()));
        var chunks = SpeechChunks.Join(speech, sound.Samples, range => VoiceActivity.FindQuietest(sound, range))
            .Where(c => c.End > (long)(request.From * WavFile.Rate)).ToList();
        if (chunks.Count == 0)
        {
            return;
        }

        using var factory = WhisperFactory.FromPath(request.Model, new WhisperFactoryOptions { UseGpu = false });
        using var transcriber = new ChunkTranscriber(factory, sound, request);
        transcriber.DetectLanguage(chunks);
        Write(new WorkerMessage { Language = transcriber.Language, Share = 0 });
        double total = chunks.Sum(c => c.Length);
        long heard = 0;
        foreach (var chunk in chunks)
        {
            foreach (var segment in transcriber.Transcribe(chunk))
            {
                Write(segment);
            }

            heard += chunk.Length;
            Write(new WorkerMessage { Share = heard / total, Finished = (double)chunk.End / WavFile.Rate });
        }
    }

    private static int Fail(SpeechProblem problem, string detail)
    {
        Write(new WorkerMessage { Problem = $"{problem}", Detail = detail });
        return 1;
    }

    private static void Write(WorkerMessage message)
    {
        lock (Writing)
        {
            using var output = Console.OpenStandardOutput();
            output.Write([.. JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Readable.WorkerMessage), (byte)'\n']);
            output.Flush();
        }
    }

    /// <summary>Behind other programs, and the first to go when memory runs out.</summary>
    private static void StepBack()
    {
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // Only a courtesy.
        }
    }
}
