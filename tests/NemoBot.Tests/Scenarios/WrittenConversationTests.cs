using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>
/// Whole conversations word for word, with every button: <c>Fixtures/Conversations</c>. After a deliberate change of words, copy what was
/// seen over the file: it lies beside it in the output folder.
/// </summary>
public sealed class WrittenConversationTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Conversations");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_conversation_goes_as_it_is_written(string name)
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"), TestContext.Current.CancellationToken);
        await using var chat = await Chat.StartAsync();
        var script = new ConversationScript(chat);
        try
        {
            await script.PlayAsync(written.Split('\n'));
        }
        finally
        {
            await File.WriteAllTextAsync(Path.Combine(Folder, name + ".seen"), script.Written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(written, script.Written);
    }
}
