using System.Reflection;
using NemoBot.Speech.Listening;

namespace NemoBot.Speech.Worker;

/// <summary>How the bot's own executable is started as a worker.</summary>
internal static class WorkerCommand
{
    private static readonly string[] Hosts = ["NemoBot", "NemoBot.LocalNemo"];

    /// <summary>The program and its arguments.</summary>
    public static IReadOnlyList<string> Find()
    {
        var entry = Assembly.GetEntryAssembly()?.GetName().Name ?? "";
        var host = Hosts.Contains(entry) ? entry : Hosts.First(h => h == Hosts[^1] || File.Exists(Library(h)));
        var process = Environment.ProcessPath ?? "dotnet";
        return NameOf(process) == host ? [process, SpeechWorker.Argument] : [Dotnet(process), Library(host), SpeechWorker.Argument];
    }

    /// <summary>Without <c>.exe</c> only: the rest of the name has dots of its own.</summary>
    private static string NameOf(string process)
    {
        var name = Path.GetFileName(process);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
    }

    private static string Library(string host) => Path.Combine(AppContext.BaseDirectory, host + ".dll");

    private static string Dotnet(string process) => NameOf(process) == "dotnet" ? process : "dotnet";
}
