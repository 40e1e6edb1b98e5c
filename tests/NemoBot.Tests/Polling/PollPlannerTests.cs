using System.Globalization;
using NemoBot.Core.Backend;
using NemoBot.Core.Rendering;
using Xunit;

namespace NemoBot.Tests.Polling;

public sealed class PollPlannerTests
{
    private static readonly BackendTraits Cloud = new() { Name = "cloud", ChargesCredits = true };

    /// <summary>How a render's progress grows with the part of its time that has passed.</summary>
    public static TheoryData<string> Shapes => ["even", "slow start", "slow end", "steps", "rounded", "silent"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_end_is_known_soon_and_no_window_has_more_polls_than_allowed(string shape)
    {
        var delays = Enumerable.Range(0, 501).Select(i => 20 + (i * 0.2)).Select(t => Run(shape, t)).ToList();
        var fixedDelays = Enumerable.Range(0, 501).Select(i => 20 + (i * 0.2)).Select(t => (Math.Ceiling(t / 30) * 30) - t);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{shape}: {delays.Average():0.00} s on average, {delays.Max():0.0} s at most; every 30 s: {fixedDelays.Average():0.00} s on average");
        Assert.InRange(delays.Average(), 0, shape switch { "silent" => 10, "slow end" => 5, "steps" => 3.5, "slow start" => 2.5, _ => 1 });
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_render_of_an_hour_is_followed_within_the_allowed_polls(string shape)
    {
        Run(shape, 3600);
        Run(shape, 900);
    }

    /// <summary>The pace of polls is a promise to the service and to who waits: a change of it is deliberate.</summary>
    [Theory]
    [InlineData("even", 60, "6 12 21 36.8 50.7 60.4")]
    [InlineData("even", 300, "6 12 21 36.8 64.3 94.3 124.3 154.3 184.3 214.3 306")]
    [InlineData("slow start", 60, "6 12 21 36.8 63")]
    [InlineData("slow end", 60, "6 12 20.9 33.4 43.3 55.1 60 66")]
    [InlineData("steps", 120, "6 20 35 61.2 90 114.9 122.5")]
    [InlineData("rounded", 90, "6 12 21 36.8 64.3 79.9 91.2")]
    [InlineData("silent", 300, "6 20 32 44 56 70 90 120 170 240 310")]
    public void A_render_is_polled_at_these_times(string shape, double seconds, string expected)
    {
        var times = new List<double>();
        Run(shape, seconds, times);
        Assert.Equal(expected, string.Join(' ', times.Select(t => Math.Round(t, 1).ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "0.31 6.9")]
    public void What_is_expected_of_a_render_is_told_once_it_has_a_pace(int seconds, string expected)
    {
        var planner = new PollPlanner(Cloud, TimeSpan.FromSeconds(6));
        planner.Observe(TimeSpan.FromSeconds(seconds), seconds / 10.0);
        var (fraction, left) = planner.Expect(TimeSpan.FromSeconds(seconds + 0.1))!.Value;
        Assert.Equal(expected, left is { } rest ? string.Create(CultureInfo.InvariantCulture, $"{fraction:0.00} {rest.TotalSeconds:0.0}") : "");
    }

    [Fact]
    public void A_backend_that_may_be_asked_often_is_asked_every_second()
    {
        var planner = new PollPlanner(Cloud with { PollsPerWindow = 10_000 }, TimeSpan.FromSeconds(6));
        planner.Count(TimeSpan.FromSeconds(1));
        planner.Observe(TimeSpan.FromSeconds(1), 0.01);
        Assert.Equal(TimeSpan.FromSeconds(1), planner.NextWait(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Progress_is_expected_between_two_polls_but_never_the_end()
    {
        var planner = new PollPlanner(Cloud, TimeSpan.FromSeconds(6));
        planner.Observe(TimeSpan.FromSeconds(10), 0.5);
        var (fraction, left) = planner.Expect(TimeSpan.FromSeconds(14))!.Value;
        Assert.Equal(0.7, fraction, 2);
        Assert.Equal(6, left!.Value.TotalSeconds, 1);
        Assert.Equal(0.99, planner.Expect(TimeSpan.FromSeconds(60))!.Value.Fraction);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-13)]
    [InlineData(double.Epsilon)]
    public void A_render_that_hardly_moves_is_followed_without_a_guess_at_its_end(double progress)
    {
        var planner = new PollPlanner(Cloud, TimeSpan.FromSeconds(6));
        planner.Count(TimeSpan.FromSeconds(10));
        planner.Observe(TimeSpan.FromSeconds(10), progress);
        Assert.Equal((progress, null), planner.Expect(TimeSpan.FromSeconds(10)));
        Assert.InRange(planner.NextWait(TimeSpan.FromSeconds(10)), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void A_render_that_is_overdue_is_asked_about_ever_more_seldom()
    {
        var planner = new PollPlanner(Cloud with { PollsPerWindow = 20, PollWindow = TimeSpan.FromSeconds(1) }, TimeSpan.FromSeconds(30));
        planner.Count(TimeSpan.FromSeconds(100));
        planner.Observe(TimeSpan.FromSeconds(100), 0.999);
        var waits = Enumerable.Range(0, 9).Select(_ => planner.NextWait(TimeSpan.FromSeconds(101)).TotalSeconds);
        Assert.Equal([2, 3, 5, 8, 13, 21, 30, 30, 30], waits);
    }

    [Fact]
    public void A_window_whose_polls_are_used_up_is_waited_out()
    {
        var planner = new PollPlanner(Cloud with { PollsPerWindow = 2, PollWindow = TimeSpan.FromMinutes(2) }, TimeSpan.FromSeconds(6));
        planner.Count(TimeSpan.FromSeconds(1));
        planner.Count(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(115), planner.NextWait(TimeSpan.FromSeconds(6)));
        planner.Count(TimeSpan.FromSeconds(105));
        Assert.Equal(TimeSpan.FromSeconds(20), planner.NextWait(TimeSpan.FromSeconds(105)));
    }

    [Fact]
    public void What_is_shown_of_a_render_that_stutters_never_goes_back_and_its_time_left_stays_steady()
    {
        var planner = new PollPlanner(Cloud with { PollsPerWindow = 10_000 }, TimeSpan.FromSeconds(1));
        List<(double Fraction, double? Left)> shown = [];
        for (var second = 1; second < 60; second++)
        {
            // Twenty seconds in the queue, then 40 of work, of which every other second gets all.
            planner.Observe(TimeSpan.FromSeconds(second), Math.Max(0, second - 20) / 2 / 20.0);
            if (planner.Expect(TimeSpan.FromSeconds(second + 0.9)) is { } expected)
            {
                shown.Add((expected.Fraction, expected.Left?.TotalSeconds + second - 60));
            }
        }

        Assert.Equal(shown.Select(s => s.Fraction).Order(), shown.Select(s => s.Fraction));
        Assert.All(shown, s => Assert.InRange(s.Left ?? 0, -10, 10));
        Assert.NotNull(shown[^1].Left);
    }

    /// <summary>Follows a render to its end and checks the limit over every window.</summary>
    /// <returns>Seconds between the end and the poll that saw it.</returns>
    private static double Run(string shape, double seconds, List<double>? times = null)
    {
        var planner = new PollPlanner(Cloud, TimeSpan.FromSeconds(6));
        var polls = times ?? [];
        var now = 0.0;
        while (true)
        {
            now += planner.NextWait(TimeSpan.FromSeconds(now)).TotalSeconds;
            planner.Count(TimeSpan.FromSeconds(now));
            polls.Add(now);
            Assert.True(polls.Count(p => p > now - Cloud.PollWindow.TotalSeconds) <= Cloud.PollsPerWindow, $"too many polls at {now}");
            if (now >= seconds)
            {
                return now - seconds;
            }

            planner.Observe(TimeSpan.FromSeconds(now), Progress(shape, now / seconds));
        }
    }

    private static double? Progress(string shape, double part) => shape switch
    {
        "slow start" => part * part,
        "slow end" => Math.Min(0.95, Math.Sqrt(part)),
        "steps" => Math.Floor(part * 10) / 10,
        "rounded" => Math.Floor(part * 100) / 100,
        "silent" => null,
        _ => part,
    };
}
