using System.Diagnostics;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Turns;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The table of requests as a whole: how many are understood, and that none does harm.</summary>
public sealed class RequestTests(ITestOutputHelper output)
{
    /// <summary>Each row understood and carried out once for all tests.</summary>
    private static readonly Lazy<Task<List<(RequestRow Row, Situation Situation, Understood Understood)>>> All = new(UnderstandAsync);

    [Fact]
    public void The_table_is_large_and_half_Chinese()
    {
        Assert.True(RequestRow.All.Count >= 600, $"{RequestRow.All.Count} rows");
        Assert.InRange(RequestRow.All.Count(r => r.IsChinese) / (double)RequestRow.All.Count, 0.4, 0.6);
    }

    [Fact]
    public async Task All_requests_give_the_edits_that_were_meant()
    {
        var wrong = (await All.Value).Select(r => (r.Row, r.Understood, Edits: EditText.Of(r.Understood.Read.Edits))).Where(r => r.Edits != r.Row.Expected).ToList();
        foreach (var kind in RequestRow.All.GroupBy(r => r.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key,-12} {kind.Count() - wrong.Count(w => w.Row.Kind == kind.Key),4} of {kind.Count(),4}");
        }

        foreach (var (row, understood, edits) in wrong)
        {
            output.WriteLine($"{row.Marks} | {row.Request}\n    expected {row.Expected}\n    got      {edits}\n    answer   {understood.Answer} {string.Join(" / ", understood.Offers)}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {RequestRow.All.Count} are wrong: {string.Join(" · ", wrong.Select(w => w.Row.Request))}");
    }

    [Fact]
    public async Task No_request_does_harm_that_was_not_asked_for()
    {
        foreach (var (row, situation, understood) in await All.Value)
        {
            if (situation.Project is null || understood.Result.Project is not { } after || !Harm.IsDone(situation.Project, after))
            {
                continue;
            }

            // Harm is done only where the expected edits ask for it, and never with words left over.
            Assert.Empty(understood.Read.Leftovers);
            Assert.Equal(row.Expected, EditText.Of(understood.Read.Edits));
        }
    }

    [Fact]
    public async Task Prohibitions_questions_suppositions_and_statements_take_nothing_away()
    {
        foreach (var (row, situation, understood) in (await All.Value).Where(r => r.Row.Kind == "harm"))
        {
            var after = understood.Result.Project;
            Assert.False(after is not null && Harm.Waits(situation.Project, after, Certainty.Doubtful), row.Request);
        }
    }

    [Fact(Explicit = true)]
    public void One_interpretation_takes_a_moment()
    {
        var rows = RequestRow.All.Take(200).ToList();
        rows.ForEach(r => Interpreter.Read(r.Situation()));
        var times = rows.Select(r =>
        {
            var situation = r.Situation();
            var started = Stopwatch.GetTimestamp();
            _ = Interpreter.Read(situation);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Order().ToList();
        output.WriteLine($"median {times[times.Count / 2]:0.###} ms, longest {times[^1]:0.###} ms");
        Assert.NotEmpty(times);
    }

    [Fact]
    public void Random_words_never_throw_and_never_edit_without_an_understood_clause()
    {
        string[] pieces = ["the", "xqz", "blorp", "wug", "ظظظ", "яяя", "한글", "🦄", "龘", "靐靐", "‮", "\0", "'", "“", "9", "%", ":", "-", "\n", "ﷺ", "é", "zzz"];
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var read = Interpreter.Read(RequestRow.All[0].Situation() with { Text = text, Seen = 1, Project = RequestRow.All.First(r => r.Marks == "talk.mp3 +title").Situation().Project });
            Assert.True(read.Edits.Count == 0, text + " → " + EditText.Of(read.Edits));
        }
    }

    [Fact]
    public void Known_words_in_any_order_never_throw()
    {
        var words = Enum.GetValues<Concept>().Select(c => Vocabulary.Default.PhrasesOf(c).FirstOrDefault()).OfType<string>().ToList();
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 25)).Select(_ => words[random.Next(words.Count)]));
            var row = RequestRow.All[random.Next(RequestRow.All.Count)];
            Assert.NotNull(Interpreter.Read(row.Situation() with { Text = text }));
        }

        Assert.NotNull(Interpreter.Read(RequestRow.All[0].Situation() with { Text = string.Concat(Enumerable.Range(0, 5000).Select(i => words[i % words.Count]))[..20_000] }));
    }

    [Fact]
    public async Task Edits_survive_being_written_and_read()
    {
        foreach (var edits in (await All.Value).Select(r => r.Understood.Read.Edits))
        {
            Assert.Equal(EditText.Of(edits), EditText.Of(EditJson.Read(EditJson.Write(edits))));
        }
    }

    private static async Task<List<(RequestRow Row, Situation Situation, Understood Understood)>> UnderstandAsync()
    {
        var all = new List<(RequestRow Row, Situation Situation, Understood Understood)>();
        foreach (var row in RequestRow.All)
        {
            var situation = row.Situation();
            all.Add((row, situation, await Understood.ByAsync(situation)));
        }

        return all;
    }
}
