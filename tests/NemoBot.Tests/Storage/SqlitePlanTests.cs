using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NemoBot.Core.Platforms;
using NemoBot.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>No call may take longer because much was said before: every statement finds its rows by an index.</summary>
public sealed partial class SqlitePlanTests
{
    private static readonly ConversationKey Here = new("web", "a");
    private static readonly ConversationKey There = new("web", "b");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_reads_a_whole_table_or_sorts()
    {
        using var database = new SqliteDatabase();
        using var store = (SqliteBotStore)await database.OpenAsync();
        await CallEverythingAsync(store);
        using var connection = database.Connect();
        var statements = store.Statements.Where(s => StartsWithVerb().IsMatch(s)).ToList();
        Assert.True(statements.Count > 40, $"Only {statements.Count} statements were seen.");
        Assert.Empty(statements.SelectMany(s => Plan(connection, s).Where(IsSlow).Select(step => $"{step}: {s}")));
    }

    /// <summary>An index of open work, or the table of endings, holds nothing but that: reading all of it is the purpose.</summary>
    private static bool IsSlow(string step) =>
        step.Contains("TEMP B-TREE", StringComparison.Ordinal)
        || (step.StartsWith("SCAN", StringComparison.Ordinal) && !OpenWork().IsMatch(step));

    private static List<string> Plan(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand("EXPLAIN QUERY PLAN " + sql, connection);
        foreach (var name in Parameter().Matches(sql).Select(m => m.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, 1);
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private static async Task CallEverythingAsync(SqliteBotStore store)
    {
        await store.SaveConversationAsync(Samples.Conversation(Here) with { AccountKey = "own" }, Stop);
        await store.GetConversationAsync(Here, Stop);
        var turn = await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await store.UpdateTurnAsync(turn!, Stop);
        await store.GetTurnAsync(turn!.Id, Stop);
        await store.GetLastTurnAsync(Here, Stop);
        await store.GetDoneTurnsAsync(Here, 0, Stop);
        await store.GetCreditUseAsync(Here, "7", Samples.Noon, Stop);
        await store.ClaimOpenTurnsAsync("one", Samples.Noon, Samples.Noon, Stop);
        await store.AddDraftAsync(Samples.Draft(Here), Stop);
        await store.GetDraftAsync(Here, 1, Stop);
        await store.GetDraftsAsync(Here, 1, Stop);
        await store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        await store.GetRenderAsync("render_1", Stop);
        await store.ClaimOpenRendersAsync("one", Samples.Noon, Samples.Noon, Stop);
        var render = Samples.Render(Here, "render_2");
        await store.UpdateTurnAsync(turn, render, Stop);
        var ending = await store.EndTurnAsync(turn, Samples.FullEnding(Here), Stop);
        await store.EndRenderAsync(render, Samples.FullEnding(Here), Stop);
        await store.ClaimPendingRepliesAsync("one", Samples.Noon, Samples.Noon, Stop);
        await store.DeletePendingReplyAsync(ending!.Id, Stop);
        await store.RenewLeasesAsync("one", Samples.Noon, Stop);
        var logged = await store.AppendLogAsync(Here, "{}", Stop);
        await store.RewriteLogAsync(Here, logged.Id, "{}", Stop);
        await store.GetLogAsync(Here, logged.Id, Stop);
        await store.ReadLogAsync(Here, 1, Stop);
        await store.ReadLogAfterAsync(Here, 0, 1, Stop);
        await store.SaveAccountAsync(Samples.FullAccount("own"), Stop);
        await store.GetAccountAsync("own", Stop);
        await store.SetCursorAsync("a", "1", Stop);
        await store.GetCursorAsync("a", Stop);
        await store.SetCursorAsync("a", null, Stop);
        await store.MoveConversationAsync(Here, There, Stop);
        await store.PruneAsync(Samples.Noon, Stop);
        await store.ForgetConversationAsync(There, Stop);
        await store.DeleteAccountAsync("own", Stop);
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE)")]
    private static partial Regex StartsWithVerb();

    [GeneratedRegex(@"^SCAN (turns|t|renders|r) USING (COVERING )?INDEX (turns|renders)_open$|^SCAN (endings|e)$|CONSTANT ROW")]
    private static partial Regex OpenWork();

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter();
}
