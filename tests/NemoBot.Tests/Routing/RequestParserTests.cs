using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Tests.Storage;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>What a message, a command or a button asks for.</summary>
public sealed class RequestParserTests
{
    [Theory]
    [InlineData("make it blue", 0, "Prompt  make it blue")]
    [InlineData("  make it blue\n", 0, "Prompt  make it blue")]
    [InlineData("/help", 0, "Command help ")]
    [InlineData("/HELP", 0, "Command help ")]
    [InlineData("/skill  waves ", 0, "Command skill waves")]
    [InlineData("/skill\twaves", 0, "Command skill waves")]
    [InlineData("/skill\nwaves", 0, "Command skill waves")]
    [InlineData("/skill\rwaves", 0, "Command skill waves")]
    [InlineData("/a1", 0, "Prompt  /a1")]
    [InlineData("/a", 0, "Command a ")]
    [InlineData("/abcdefghijklmnopqrs", 0, "Command abcdefghijklmnopqrs ")]
    [InlineData("/abcdefghijklmnopqrst", 0, "Prompt  /abcdefghijklmnopqrst")]
    [InlineData("/export", 0, "Command export ")]
    [InlineData("/export 2", 0, "Command export 2")]
    [InlineData("/export 9:16", 0, "Prompt  export 9:16")]
    [InlineData("/preview the title", 0, "Prompt  preview the title")]
    [InlineData("/undo the title", 0, "Prompt  undo the title")]
    [InlineData("/make", 0, "Command make ")]
    [InlineData("/make it blue", 0, "Prompt make it blue")]
    [InlineData("/make", 1, "Prompt make ")]
    [InlineData("/help", 1, "Command help ")]
    [InlineData("", 1, "Prompt  ")]
    [InlineData("undo", 1, "Prompt  undo")]
    [InlineData("export", 0, "Command export ")]
    [InlineData("export version 2", 0, "Command export 2")]
    [InlineData("again", 0, "Command again again")]
    [InlineData("preview", 0, "Command preview ")]
    [InlineData("how many credits are left?", 0, "Command credits ")]
    [InlineData("show me the timeline", 0, "Command timeline ")]
    [InlineData("is it done yet?", 0, "Command status ")]
    [InlineData("undo", 0, "Command undo ")]
    [InlineData("show all versions", 0, "Command versions ")]
    [InlineData("what can you do?", 0, "Command help ")]
    [InlineData("cancel", 0, "Command cancel ")]
    [InlineData("how do I upload a file?", 0, "Command upload ")]
    [InlineData("thank you", 0, "Command thanks ")]
    public void A_message_is_a_command_or_words_for_the_service(string text, int files, string expected) =>
        Assert.Equal(expected, Read(text, files, null));

    [Theory]
    [InlineData("starter:waves:0", "Prompt starter waves 0")]
    [InlineData("offer:7:0", "Prompt offer 7 0")]
    [InlineData("preset:fade", "Prompt preset fade")]
    [InlineData("rerun:7", "Prompt rerun 7")]
    [InlineData("go:7", "Prompt go 7")]
    [InlineData("local:7", "Prompt local 7")]
    [InlineData("compress:7", "Prompt compress 7")]
    [InlineData("show:versions", "Command versions ")]
    [InlineData("show", "Command timeline ")]
    [InlineData("set:render:off", "Command settings render off")]
    [InlineData("export", "Command export ")]
    [InlineData("export:2:1", "Command export 2 1")]
    [InlineData("forget:yes", "Command forget yes")]
    public void A_button_is_what_its_id_says_whatever_is_written(string action, string expected) => Assert.Equal(expected, Read("/help", 0, action));

    private static string Read(string text, int files, string? action)
    {
        var message = Samples.Turn(new ConversationKey("fake", "room"), "1").Message with
        {
            Text = text,
            ActionId = action,
            Attachments = [.. Enumerable.Range(0, files).Select(i => new Attachment("a.mp3", null, 1, "a"))],
        };
        var request = RequestParser.Read(message);
        return $"{request.Kind} {request.Command} {request.Arguments}";
    }
}
