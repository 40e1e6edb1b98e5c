using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Understanding;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The optional language model: what it answers is checked, and whatever goes wrong the built-in interpreter stands.</summary>
public sealed class ModelTests
{
    private const string Pink = """{"edits":[{"do":"set_background","kind":"Gradient","color":"#ff69b4","secondColor":"#9333ea"}],"question":null,"unclear":[]}""";
    private const string Words = "gimme some vaporwavey zing";

    private static readonly Asset Talk = Facts.File("talk.mp3", Facts.Audio(60));

    [Fact]
    public async Task A_good_answer_becomes_edits()
    {
        await using var service = await ModelStandIn.StartAsync(Pink);
        var read = await ReadAsync(service, Words);
        Assert.Equal("#ff69b4", Assert.IsType<SetBackground>(Assert.Single(read.Edits)).Color);
        Assert.Empty(read.Leftovers);
    }

    [Fact]
    public async Task The_model_is_not_asked_when_everything_is_understood()
    {
        await using var service = await ModelStandIn.StartAsync(Pink);
        Assert.IsType<SetBackground>(Assert.Single((await ReadAsync(service, "blue background")).Edits));
        Assert.Empty(service.Bodies);
    }

    [Theory]
    [InlineData("I would make it pink.")]
    [InlineData("""{"edits":[{"do":"format_disk"}]}""")]
    [InlineData("""{"edits":[{"do":"set_background","kind":"Color","color":"javascript:alert(1)"}]}""")]
    [InlineData("""{"edits":[{"do":"place_file","file":"/etc/passwd","as":"Main"}]}""")]
    [InlineData("""{"edits":[{"do":"keep_ranges"}]}""")]
    public async Task An_answer_that_is_not_valid_is_repaired_once(string wrong)
    {
        await using var service = await ModelStandIn.StartAsync(wrong, Pink);
        Assert.IsType<SetBackground>(Assert.Single((await ReadAsync(service, Words)).Edits));
        Assert.Equal(2, service.Bodies.Count);
        await using var stubborn = await ModelStandIn.StartAsync(wrong, wrong);
        Assert.NotEmpty((await ReadAsync(stubborn, Words)).Leftovers);
    }

    [Fact]
    public async Task A_broken_service_leaves_the_built_in_interpreter()
    {
        await using var service = await ModelStandIn.StartAsync(ModelStandIn.Broken);
        Assert.NotEmpty((await ReadAsync(service, Words)).Leftovers);
        Assert.Single(service.Bodies);
    }

    [Fact]
    public async Task A_slow_service_is_left_after_its_time()
    {
        var clock = new ManualTimeProvider();
        await using var service = await ModelStandIn.StartAsync(ModelStandIn.Never);
        Assert.NotEmpty((await clock.AdvanceUntilAsync(ReadAsync(service, Words, clock: clock), TimeSpan.FromSeconds(5))).Leftovers);
    }

    [Fact]
    public async Task What_a_model_wants_taken_away_counts_as_a_guess_and_is_asked_first()
    {
        await using var service = await ModelStandIn.StartAsync("""{"edits":[{"do":"set_volume","track":"Main","level":0}],"question":"See https://evil.example","unclear":[]}""");
        var read = await ReadAsync(service, Words);
        Assert.True(read.IsGuess);
        Assert.Null(read.Question);
    }

    [Fact]
    public async Task A_day_has_only_so_many_tokens()
    {
        await using var service = await ModelStandIn.StartAsync(Pink, Pink, Pink);
        var clock = new ManualTimeProvider();
        var reader = Reader(service, clock, perDay: 600);
        await reader.ReadAsync(Saying(Words), CancellationToken.None);
        await reader.ReadAsync(Saying(Words), CancellationToken.None);
        await reader.ReadAsync(Saying(Words), CancellationToken.None);
        Assert.Equal(2, service.Bodies.Count);
    }

    [Fact]
    public async Task Neither_captions_nor_keys_are_sent()
    {
        await using var service = await ModelStandIn.StartAsync(Pink);
        await ReadAsync(service, Words);
        var body = Assert.Single(service.Bodies);
        Assert.DoesNotContain("a secret line", body);
        Assert.DoesNotContain(ModelStandIn.Key, body);
        Assert.DoesNotContain("/nowhere/", body);
        Assert.Contains("set_background", body);
        Assert.Contains("talk.mp3", body);
    }

    private static Situation Saying(string text) => new()
    {
        Text = text,
        Files = [Talk],
        Seen = 1,
        Project = new Project
        {
            Clips = [new Clip(Talk, TimeSpan.Zero, TimeSpan.FromSeconds(60))],
            Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(2), "a secret line")]),
        },
    };

    private static ModelReader Reader(ModelStandIn service, TimeProvider clock, long perDay = 200_000)
    {
        var options = new UnderstandingOptions { Address = service.Address, Model = "small", Key = ModelStandIn.Key, TokensPerDay = perDay };
        return new ModelReader(ModelClient.Create(options), options, clock, NullLogger<ModelReader>.Instance);
    }

    private static Task<Interpretation> ReadAsync(ModelStandIn service, string text, TimeProvider? clock = null) =>
        Reader(service, clock ?? TimeProvider.System).ReadAsync(Saying(text), CancellationToken.None);
}
