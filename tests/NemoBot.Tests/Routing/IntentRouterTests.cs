using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Requests.Intents;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Routing;

public sealed class IntentRouterTests
{
    public static TheoryData<string, string> Utterances()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Routing", "utterances.tsv")))
        {
            var (intent, utterance) = (line.Split('\t')[0], line.Split('\t')[1]);
            rows.Add(intent, utterance);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Utterances))]
    public void Words_are_understood(string intent, string utterance) => Assert.Equal(intent, Name(IntentRouter.Route(utterance, hasFiles: false)));

    [Theory]
    [InlineData("", "Upload")]
    [InlineData("  ", "Upload")]
    [InlineData("here you go", "Upload")]
    [InlineData("thanks!", "Upload")]
    [InlineData("export", "Upload")]
    [InlineData("上传", "Upload")]
    [InlineData("help", "Upload")]
    [InlineData("make a waveform video", "Message")]
    [InlineData("use this as background", "Message")]
    [InlineData("yes", "Message")]
    [InlineData("把这个做背景", "Message")]
    public void With_a_file_only_what_is_to_be_done_with_it_counts(string utterance, string intent) =>
        Assert.Equal(intent, Name(IntentRouter.Route(utterance, hasFiles: true)));

    [Fact]
    public void Nothing_said_is_nothing_asked() => Assert.Equal(IntentKind.Message, IntentRouter.Route(" \n", hasFiles: false).Kind);

    [Fact]
    public void A_keyword_in_a_long_text_is_part_of_the_request() =>
        Assert.Equal(IntentKind.Message, IntentRouter.Route(string.Concat(Enumerable.Repeat("export the video please ", 20)), false).Kind);

    [Theory]
    [InlineData("export ")]
    [InlineData("导出")]
    [InlineData("的")]
    [InlineData("a")]
    [InlineData("😀")]
    [InlineData("第一")]
    public void The_cost_of_a_text_grows_with_its_length_and_no_faster(string piece) => ProcessorTime.AssertScales(
        length =>
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            for (var i = 0; i < 20; i++)
            {
                IntentRouter.Route(text, false);
            }
        },
        20_000);

    [Fact]
    public void Any_text_gets_an_answer() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => Assert.NotNull(IntentRouter.Route(text ?? "", false))));

    [Fact]
    public void A_request_around_a_command_is_never_taken_for_the_command() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(
            Arb.From(Gen.Elements("export", "导出", "credits", "积分", "status", "状态", "cancel", "undo", "help", "upload", "download the video")),
            Arb.From(Gen.Elements("make the title yellow", "add music", "把标题改成黄色", "cut the first 10 seconds", "加一段音乐", "slower")),
            (command, request) =>
            {
                Assert.Equal(IntentKind.Message, IntentRouter.Route($"{request} {command}", false).Kind);
                Assert.Equal(IntentKind.Message, IntentRouter.Route($"{command}, {request}", false).Kind);
            }));

    private static string Name(Intent intent) =>
        string.Create(CultureInfo.InvariantCulture, $"{intent.Kind} {intent.Version}").TrimEnd();
}
