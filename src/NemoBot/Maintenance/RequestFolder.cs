using System.Text.Json;

namespace NemoBot.Maintenance;

/// <summary>
/// How a command line reaches the bot that holds the store: a request is a file in <c>requests</c> in the data folder, and so is its
/// answer. Whoever may write there may change the data anyway, so that nothing needs a port or a secret.
/// </summary>
/// <param name="dataFolder">The data folder.</param>
internal sealed class RequestFolder(string dataFolder)
{
    private const string RequestEnd = ".request";
    private const string WorkingEnd = ".working";
    private const string AnswerEnd = ".answer";
    private readonly string _folder = Path.Combine(dataFolder, "requests");

    /// <summary>Creates the folder and drops what an earlier process left in it: those who asked are gone.</summary>
    public void Prepare()
    {
        var folder = Directory.CreateDirectory(_folder);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var file in folder.EnumerateFiles())
        {
            file.Delete();
        }
    }

    /// <summary>Puts a request in.</summary>
    /// <returns>Its name.</returns>
    public string Ask(MaintenanceRequest request)
    {
        var name = Guid.NewGuid().ToString("n");
        Directory.CreateDirectory(_folder);
        Write(name, RequestEnd, JsonSerializer.Serialize(request, MaintenanceJson.Default.MaintenanceRequest));
        return name;
    }

    /// <summary>Takes the requests that wait; null for one that cannot be read. Each is returned once, to whoever asks first.</summary>
    public IEnumerable<(string Name, MaintenanceRequest? Request)> Take()
    {
        foreach (var file in Directory.GetFiles(_folder, "*" + RequestEnd))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var working = PathOf(name, WorkingEnd);
            File.Move(file, working);
            yield return (name, Parse(File.ReadAllText(working)));
        }
    }

    /// <summary>Answers a request.</summary>
    public void Answer(string name, MaintenanceAnswer answer)
    {
        Write(name, AnswerEnd, JsonSerializer.Serialize(answer, MaintenanceJson.Default.MaintenanceAnswer));
        File.Delete(PathOf(name, WorkingEnd));
    }

    /// <summary>True while a request waits, is worked on, or has its answer.</summary>
    public bool Knows(string name) => new[] { RequestEnd, WorkingEnd, AnswerEnd }.Any(end => File.Exists(PathOf(name, end)));

    /// <summary>Takes a request back that will not be answered.</summary>
    public void Withdraw(string name) => File.Delete(PathOf(name, RequestEnd));

    /// <summary>Takes the answer to a request; null if there is none yet.</summary>
    public MaintenanceAnswer? TakeAnswer(string name)
    {
        var file = PathOf(name, AnswerEnd);
        if (!File.Exists(file))
        {
            return null;
        }

        var answer = JsonSerializer.Deserialize(File.ReadAllText(file), MaintenanceJson.Default.MaintenanceAnswer);
        File.Delete(file);
        return answer;
    }

    private string PathOf(string name, string end) => Path.Combine(_folder, name + end);

    private static MaintenanceRequest? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, MaintenanceJson.Default.MaintenanceRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name appears only once the file is whole.</summary>
    private void Write(string name, string end, string text)
    {
        var target = PathOf(name, end);
        File.WriteAllText(target + ".part", text);
        File.Move(target + ".part", target);
    }
}
